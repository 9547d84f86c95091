//! What a browser does by itself: addresses and pages, time, stores, cookies, props that are set at once.
use std::time::Duration;

use dash::prelude::*;
use dash::testing::{Result, TestApp};
use dash::{Cookie, http};

view! {
    Shell => <Div>
        <PageContainer/>
        <P id=path/>
        <Button id=go>"Go"</Button>
        <Interval id=tick interval=1000 max_intervals=4/>
        <P id=ticks/>
        <Store<u64> id=kept storage_type={dash::dcc::StorageType::Local}/>
        <P id=saves/>
        <P id=who/>
        <P id=live/>
    </Div>
}

view! {
    Home => <H1>"Home"</H1>
}

view! {
    Report(year: u16, q: Option<String>) => <Section>
        <H1 id=title>"Report of "{year}</H1>
        <P id=asked>{q}</P>
    </Section>
}

async fn home() -> View<Home> {
    Home::new().build()
}

async fn report(year: u16, q: Option<String>) -> View<Report> {
    Report::new().year(year).q(q).build()
}

#[callback(output(Shell::path.children), input(PageContainer::location.pathname))]
fn show_path(pathname: Option<String>) -> Option<String> {
    pathname
}

#[callback(
    output(PageContainer::location.pathname),
    input(Shell::go.n_clicks),
    prevent_initial_call
)]
fn go(clicks: u64) -> String {
    format!("/report/{}", 2020 + clicks)
}

#[callback(output(Shell::ticks.children, Shell::kept.data), input(Shell::tick.n_intervals), prevent_initial_call)]
fn count(ticks: u64) -> (u64, u64) {
    (ticks, ticks)
}

#[callback(output(Shell::saves.children), input(Shell::kept.modified_timestamp), state(Shell::kept.data))]
fn save(_at: Json<Option<f64>>, data: Option<u64>) -> Option<u64> {
    data
}

#[callback(output(Shell::who.children), input(Shell::path.children))]
fn greet(path: Json<Option<String>>, context: Context) -> String {
    let name = context.cookie("name").unwrap_or_default().into_owned();
    context.set_cookie(Cookie::new("name", format!("{name}!")));
    let agent = context.headers().get("user-agent").and_then(|value| value.to_str().ok());
    format!("{name} at {} by {}", path.0.unwrap_or_default(), agent.unwrap_or("nobody"))
}

#[callback(output(Shell::live.title), input(Shell::go.n_clicks), prevent_initial_call, websocket)]
async fn stream(clicks: u64, context: Context) -> String {
    context.set_props(Shell::live.children, "started");
    tokio::task::yield_now().await;
    context.set_props(Shell::live.children, format!("{clicks} done"));
    "end".to_owned()
}

app! {
    static APP = {
        layout: Shell,
        pages: [
            Home at "/" = home { title: "Start" },
            Report at "/report/{year}?{q}" = report { title: "A report" },
        ],
        callbacks: [show_path, go, count, save, greet, stream],
    }
}

#[tokio::test]
async fn pages_are_shown_where_the_address_leads() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    assert_eq!((app.title(), app.address()), ("Start".to_owned(), "/".to_owned()));
    app.goto("/report/2024?q=x%20y").await?;
    assert_eq!(app.get(Report::title.children)?, "Report of 2024");
    assert_eq!(app.get(Report::asked.children)?, "x y");
    assert_eq!((app.title(), app.address()), ("A report".into(), "/report/2024?q=x%20y".into()));
    assert_eq!(app.get(Shell::path.children)?, "/report/2024");
    app.goto("/nowhere").await?;
    assert!(!app.has(Report::title.children));
    Ok(())
}

#[tokio::test]
async fn a_callback_that_writes_the_address_leads_to_the_page() -> Result {
    let mut app = TestApp::new(&APP).at("/report/2019").start().await?;
    assert_eq!(app.get(Report::title.children)?, "Report of 2019");
    app.click(Shell::go).await?;
    assert_eq!(app.get(Report::title.children)?, "Report of 2021");
    assert_eq!(app.get(Shell::live.children)?, "1 done");
    assert_eq!(app.get(Shell::live.title)?.as_deref(), Some("end"));
    Ok(())
}

#[tokio::test]
async fn time_passes_when_the_test_says_so() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    app.forget_calls();
    app.advance(Duration::from_millis(999)).await?;
    assert_eq!(app.calls().len(), 0);
    app.advance(Duration::from_millis(1001)).await?;
    assert_eq!(app.get(Shell::ticks.children)?, "2");
    app.advance(Duration::from_mins(1)).await?;
    assert_eq!(app.get(Shell::ticks.children)?, "4");
    assert_eq!(app.calls().iter().filter(|call| call.callback == "count").count(), 4);
    Ok(())
}

#[tokio::test]
async fn a_store_says_when_it_was_written_and_outlives_the_page() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    app.advance(Duration::from_secs(2)).await?;
    assert_eq!(app.get(Shell::saves.children)?, "2");
    app.load("/").await?;
    assert_eq!(app.get(Shell::kept.data)?, Some(2));
    assert_eq!(app.get(Shell::ticks.children)?, "");
    Ok(())
}

#[tokio::test]
async fn callbacks_see_headers_and_cookies_and_set_them() -> Result {
    let agent = http::HeaderValue::from_static("a test");
    let app = TestApp::new(&APP).cookie(Cookie::new("name", "Ann"));
    let mut app = app.header(http::header::USER_AGENT, agent).start().await?;
    assert_eq!(app.get(Shell::who.children)?, "Ann at / by a test");
    app.goto("/report/1").await?;
    assert_eq!(app.get(Shell::who.children)?, "Ann! at /report/1 by a test");
    app.load("/").await?;
    assert_eq!(app.get(Shell::who.children)?, "Ann!! at / by a test");
    Ok(())
}

//! Actions of a user, and what follows from them: chains, patches, props beside the outputs, patterns.
use dash::components::Timestamp;
use dash::prelude::*;
use dash::testing::{Result, TestApp};

#[derive(DashId)]
struct Row {
    at: u32,
}

#[derive(DashId)]
struct Double {
    at: u32,
}

view! {
    Line(at: u32, value: f64) => <Div>
        <NumberInput id=Row { at } value=value/>
        <Span id=Double { at }/>
    </Div>
}

view! {
    Page => <Div>
        <Dropdown id=region options=["North", "South"] value="North"/>
        <P id=heading/>
        <P id=shout/>
        <Button id=add>"Add"</Button>
        <Div id=lines>{for at in [0, 9] { <Line at=at value=1.0/> }}</Div>
        <Div id=log/>
        <P id=sum/>
        <P id=status/>
        <Store<Vec<u32>> id=seen/>
    </Div>
}

#[callback(output(Page::heading.children), input(Page::region.value))]
fn head(region: Option<String>) -> String {
    format!("Sales in the {}", region.unwrap_or_default())
}

#[callback(output(Page::shout.children), input(Page::heading.children))]
async fn shout(heading: Json<String>, context: Context) -> String {
    tokio::task::yield_now().await;
    context.set_props(Page::status.children, "shouted");
    heading.0.to_uppercase()
}

/// Adds a line; the ones that are there stay as they are.
#[callback(
    output(Page::lines.children, Page::seen.data),
    input(Page::add.n_clicks),
    state(Page::seen.data),
    running(Page::add.disabled, true, false),
    prevent_initial_call
)]
fn add(clicks: u64, seen: Option<Vec<u32>>) -> (Patch<Node>, Vec<u32>) {
    let at = u32::try_from(clicks).unwrap_or_default();
    let line = Line::new().at(at).value(10.0).build();
    let seen = seen.unwrap_or_default().into_iter().chain([at]).collect();
    (if clicks == 1 { Patch::new().prepend(line) } else { Patch::new().append(line) }, seen)
}

#[callback(output(Line::Double { at: MATCH }.children), input(Line::Row { at: MATCH }.value))]
fn double(value: Option<f64>) -> f64 {
    value.unwrap_or_default() * 2.0
}

#[callback(output(Page::sum.children), input(Line::Row { at: ALL }.value))]
fn sum(values: Vec<Option<f64>>) -> String {
    format!("{values:?}")
}

app! { static APP = { layout: Page, callbacks: [head, shout, add, double, sum] } }

/// The callbacks called since the test has last asked, and what triggered them.
fn called(app: &mut TestApp) -> Vec<String> {
    let calls =
        app.calls().iter().map(|call| format!("{} {}", call.callback, call.triggered.join(" ")));
    let called = calls.collect();
    app.forget_calls();
    called
}

#[tokio::test]
async fn a_change_runs_the_chain_that_listens_and_nothing_else() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    assert_eq!(app.get(Page::shout.children)?, "SALES IN THE NORTH");
    assert_eq!(called(&mut app), ["head ", "double ", "double ", "sum ", "shout heading.children"]);
    app.set(Page::region.value, "South").await?;
    assert_eq!(app.get(Page::region.value)?.as_deref(), Some("South"));
    assert_eq!(app.get(Page::shout.children)?, "SALES IN THE SOUTH");
    assert_eq!(app.get(Page::status.children)?, "shouted");
    assert_eq!(called(&mut app), ["head region.value", "shout heading.children"]);
    app.set(Page::region.value, "South").await?;
    assert_eq!(called(&mut app), [""; 0]);
    Ok(())
}

#[tokio::test]
async fn lines_that_a_callback_inserts_are_alive() -> Result {
    let mut app = TestApp::new(&APP).start().await?;
    app.forget_calls();
    app.click(Page::add).await?;
    assert_eq!(
        called(&mut app),
        ["add add.n_clicks", "sum {\"at\":1,\"type\":\"Row\"}.value", "double "]
    );
    app.click(Page::add).await?;
    assert_eq!(app.get(Page::seen.data)?, Some(vec![1, 2]));
    assert_eq!(app.get(Page::sum.children)?, "[Some(10.0), Some(1.0), Some(1.0), Some(10.0)]");
    app.set(Line::Row.value.of(Row { at: 0 }), 4.0).await?;
    assert_eq!(app.get(Line::Double.children.of(Double { at: 0 }))?, "8");
    assert_eq!(app.get(Page::sum.children)?, "[Some(10.0), Some(4.0), Some(1.0), Some(10.0)]");
    assert!(!app.get(Page::add.disabled)?);
    Ok(())
}

view! {
    Ask => <Div>
        <Input id=question/>
        <P id=asked/>
    </Div>
}

#[callback(
    output(Ask::asked.children),
    input(Ask::question.n_submit),
    state(Ask::question.n_submit_timestamp)
)]
fn ask(times: u64, at: Option<Timestamp>) -> String {
    format!("{times} {}", at.is_some())
}

app! { static ASK = { layout: Ask, callbacks: [ask] } }

#[tokio::test]
async fn what_is_counted_beside_clicks_has_its_own_time() -> Result {
    let mut app = TestApp::new(&ASK).start().await?;
    assert_eq!(app.get(Ask::asked.children)?, "0 false");
    app.click(Ask::question.n_submit).await?;
    assert_eq!(app.get(Ask::asked.children)?, "1 true");
    Ok(())
}

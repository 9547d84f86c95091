//! What a callback and a layout fn see of the request, and what they set on its answer.
use std::net::SocketAddr;
use std::time::Duration;

use dash::axum::Router;
use dash::axum::extract::ConnectInfo;
use dash::axum::http::StatusCode;
use dash::html::Div;
use dash::http::header::{HeaderName, HeaderValue};
use dash::{Config, Context, Cookie, View, app, callback, serve, view};
use serde_json::json;

use crate::common::{Reply, call, config, get, post_with};

view! { Desk => <Div><Div id=go title="go"/><Div id=seen/><Div id=noted/></Div> }

async fn desk(context: Context) -> View<Desk> {
    context.set_cookie(Cookie::new("visit", context.uri().to_string()));
    Desk::new().build()
}

/// All that the context knows of the request.
#[callback(output(Desk::seen.children), input(Desk::go.title))]
fn see(_go: Option<String>, context: Context) -> String {
    let agent = context.headers().get("user-agent").and_then(|value| value.to_str().ok());
    format!(
        "{} {} {} {:?}",
        agent.unwrap_or("nobody"),
        context.cookie("theme").unwrap_or_default(),
        context.uri().path(),
        context.remote_addr()
    )
}

/// Sets what it can on the answer; and fails if it is told to.
#[callback(output(Desk::noted.children), input(Desk::go.title))]
fn note(go: Option<String>, context: Context) -> Result<&'static str, String> {
    context.set_cookie(Cookie::new("a", "1"));
    context.set_cookie(Cookie::new("b", "2").max_age(Duration::from_secs(9)));
    for (name, value) in [("x-desk", "old"), ("x-desk", "new"), ("content-type", "text/css")] {
        context.set_header(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    context.record_timing("the db", Duration::from_micros(1500));
    if go.as_deref() == Some("fail") { Err("no".into()) } else { Ok("noted") }
}

app! { static DESK = { layout: Desk = desk, callbacks: [see, note] } }

fn router(debug: bool) -> Router {
    let server = serve(&DESK).config(Config { debug, ..config() });
    server.into_router().expect("the server starts")
}

async fn ask(router: &Router, output: &str, go: &str, headers: &[(&str, &str)]) -> Reply {
    let headers = [&[("content-type", "application/json")], headers].concat();
    post_with(router, call(output, &[("go.title", json!(go))], &[]).to_string(), &headers).await
}

#[tokio::test]
async fn a_callback_sees_headers_cookies_path_and_address() {
    let from = SocketAddr::from(([10, 0, 0, 7], 4711));
    let router = router(false).layer(dash::axum::Extension(ConnectInfo(from)));
    let cookie = ("cookie", "a=b; theme=d%C3%A4mmrig");
    let headers = [("user-agent", "Lynx"), cookie, ("sec-fetch-site", "same-origin")];
    let reply = ask(&router, "seen.children", "go", &headers).await;
    assert_eq!(
        reply.json()["response"]["seen"]["children"],
        "Lynx dämmrig /_dash-update-component Some(10.0.0.7)"
    );
}

#[tokio::test]
async fn behind_proxies_the_address_is_whom_the_outermost_of_them_saw() {
    let server = serve(&DESK).config(Config { proxies: 2, ..config() });
    let router: Router = server.into_router().expect("the server starts");
    for (line, expected) in [
        ("6.6.6.6, 1.1.1.1, 10.0.0.1", "Some(1.1.1.1)"),
        ("2001:db8::1, 10.0.0.1", "Some(2001:db8::1)"),
        ("10.0.0.1", "None"),
    ] {
        let reply = ask(&router, "seen.children", "go", &[("x-forwarded-for", line)]).await;
        let seen = reply.json()["response"]["seen"]["children"].to_string();
        assert!(seen.ends_with(&format!(" {expected}\"")), "{line}: {seen}");
    }
}

#[tokio::test]
async fn what_a_callback_sets_goes_with_the_answer_whatever_comes_of_it() {
    for (go, status) in [("go", StatusCode::OK), ("fail", StatusCode::INTERNAL_SERVER_ERROR)] {
        let reply = ask(&router(false), "noted.children", go, &[]).await;
        assert_eq!(reply.status, status);
        let cookies: Vec<_> = reply.headers.get_all("set-cookie").iter().collect();
        assert_eq!(
            cookies,
            [
                "a=1; Path=/; SameSite=Lax; HttpOnly",
                "b=2; Path=/; Max-Age=9; SameSite=Lax; HttpOnly"
            ]
        );
        assert_eq!(reply.header("x-desk"), Some("new"));
        assert_eq!(reply.header("content-type"), Some("application/json"));
        assert_eq!(reply.header("server-timing"), None);
    }
}

#[tokio::test]
async fn timings_are_for_who_develops() {
    let reply = ask(&router(true), "noted.children", "go", &[]).await;
    let timing = reply.header("server-timing").expect("a timing");
    assert!(timing.starts_with("__dash_server;dur="), "{timing}");
    assert!(timing.ends_with(", the_db;dur=1.5"), "{timing}");
}

#[tokio::test]
async fn a_layout_fn_sets_cookies_on_the_page_and_on_the_layout() {
    for path in ["/reports?year=2024", "/_dash-layout"] {
        let reply = get(&router(false), path).await;
        assert_eq!(reply.status, StatusCode::OK);
        let expected = format!("visit={path}; Path=/; SameSite=Lax; HttpOnly");
        assert_eq!(reply.header("set-cookie"), Some(expected.as_str()));
    }
}

//! What handles the failures of callbacks: a fn of the callback's own, or one for all of them.
use std::num::ParseIntError;

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::html::{Div, P};
use dash::{Config, Context, FailedCallback, Update, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{Reply, call, config, post};

view! {
    Desk => <Div><Div id=year title="y"/><P id=total/><P id=count/><P id=notice/><P id=rest/></Div>
}

/// Has a handler of its own, which may leave outputs alone.
#[callback(
    output(Desk::total.children, Desk::count.children),
    input(Desk::year.title),
    on_error = excuse
)]
fn total(year: Option<String>, context: Context) -> Result<(String, Update<u64>), ParseIntError> {
    context.set_props(Desk::notice.children, "set before the failure");
    let year: u64 = year.unwrap_or_default().parse()?;
    Ok((format!("Sales of {year}"), Update::Set(year)))
}

fn excuse(failed: &FailedCallback<'_>, context: &Context) -> (String, Update<u64>) {
    assert!(failed.error().is::<ParseIntError>(), "no other errors");
    context.set_props(Desk::notice.children, format!("{}: {failed}", failed.name()));
    ("no year".to_owned(), Update::Skip)
}

/// Has none.
#[callback(output(Desk::rest.children), input(Desk::year.title))]
fn rest(year: Option<String>) -> Result<String, String> {
    match year.as_deref() {
        Some("panic") => panic!("no rest"),
        Some("long") => Err("too long".to_owned()),
        _ => Ok("rest".to_owned()),
    }
}

app! { static DESK = { layout: Desk, callbacks: [total, rest] } }

fn server() -> dash::Server {
    serve(&DESK).config(Config { debug: true, ..config() })
}

fn apologize(failed: &FailedCallback<'_>, context: &Context) {
    assert_ne!(failed.to_string(), "too long", "the handler fails too");
    context.set_props(Desk::notice.children, format!("sorry, {failed}"));
}

async fn ask(server: dash::Server, output: &str, year: &str) -> Reply {
    let router: Router = server.into_router().expect("the server starts");
    post(&router, call(output, &[("year.title", json!(year))], &[]).to_string()).await
}

#[track_caller]
fn check(reply: &Reply, expected: &Value) {
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(reply.json(), *expected);
}

const TOTAL: &str = "..total.children...count.children..";

#[tokio::test]
async fn a_handler_of_its_own_gives_the_values_and_sets_props() {
    let failed = "total: invalid digit found in string";
    check(
        &ask(server().on_error(apologize), TOTAL, "soon").await,
        &json!({
            "multi": true,
            "sideUpdate": {"notice": {"children": failed}},
            "response": {"total": {"children": "no year"}},
        }),
    );
    let response = ask(server(), TOTAL, "2024").await.json()["response"].clone();
    assert_eq!(response["total"]["children"], "Sales of 2024");
}

#[tokio::test]
async fn a_handler_for_all_sets_props_and_leaves_outputs_alone() {
    check(
        &ask(server().on_error(apologize), "rest.children", "panic").await,
        &json!({
            "multi": true,
            "sideUpdate": {"notice": {"children": "sorry, the callback panicked: no rest"}},
            "response": {},
        }),
    );
    check(
        &ask(server().on_error(|_, _| ()), "rest.children", "panic").await,
        &json!({"multi": true, "response": {}}),
    );
}

#[tokio::test]
async fn without_a_handler_and_where_it_fails_itself_the_request_fails() {
    let reply = ask(server(), "rest.children", "long").await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(reply.json()["error"]["message"], "too long");

    let reply = ask(server().on_error(apologize), "rest.children", "long").await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
    let message = reply.json()["error"]["message"].to_string();
    assert!(message.contains("the handler fails too"), "{message}");
}

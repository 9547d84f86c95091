//! Props that a callback sets beside its outputs: what reaches the page, and what is refused.

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::dcc::Input;
use dash::html::{Button, Div};
use dash::{Config, Context, DashId, NoUpdate, PreventUpdate, Update, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{Reply, call, config, post};

#[derive(DashId)]
struct Cell {
    row: u32,
    col: u32,
}

#[derive(DashId)]
struct Card {
    row: u32,
}

view! {
    Page => <Div>
        <Button id=go/>
        <Div id=status/>
        <Div id=out/>
        <Div id=more/>
        {for row in 0..2 { <Input id=Cell { row, col: 0 }/> }}
    </Div>
}

view! { Later => <Div><Input id=inserted/></Div> }

view! { Elsewhere => <Div><Input id=gone/>{for row in 0..2 { <Div id=Card { row }/> }}</Div> }

/// Sets what the name says, and then prevents the update, skips it, fails or gives a value.
#[callback(output(Page::out.children), input(Page::status.title), state(Page::more.title))]
async fn act(
    what: Option<String>,
    then: Option<String>,
    context: Context,
) -> Result<Update<String>, Box<dyn std::error::Error + Send + Sync>> {
    match what.as_deref() {
        Some("status") => context.set_props(Page::status.children, "at work"),
        Some("inserted") => context.set_props(Later::inserted.value, "x"),
        Some("gone") => context.set_props(Elsewhere::gone.value, "x"),
        Some("family") => context.set_props(Page::Cell.value, "x"),
        Some("cell") => context.set_props(Page::Cell.value.of(Cell { row: 1, col: 0 }), "x"),
        Some("card") => context.set_props(Elsewhere::Card.title.of(Card { row: 1 }), Some("x")),
        Some("other") => context.set_props(Page::Cell.value.of(Card { row: 1 }), "x"),
        Some("nothing") => context.set_props(Elsewhere::gone.value, NoUpdate),
        _ => {}
    }
    tokio::task::yield_now().await;
    match then.as_deref() {
        Some("prevent") => Err(PreventUpdate.into()),
        Some("skip") => Ok(Update::Skip),
        Some("fail") => Err("no such file".into()),
        _ => Ok(Update::Set("done".to_owned())),
    }
}

#[callback(output(Page::more.children, Page::more.hidden), input(Page::go.n_clicks))]
fn both(_clicks: u64, context: Context) -> Result<(String, bool), PreventUpdate> {
    context.set_props(Page::status.children, "at work");
    Err(PreventUpdate)
}

app! { static APP = { layout: Page, also: [Later], callbacks: [act, both] } }

fn router() -> Router {
    let config = Config { debug: true, ..config() };
    serve(&APP).config(config).into_router().expect("the server starts")
}

async fn act_on(what: &str, then: &str) -> Reply {
    let request =
        call("out.children", &[("status.title", json!(what))], &[("more.title", json!(then))]);
    post(&router(), request.to_string()).await
}

#[track_caller]
fn check(reply: &Reply, sides: &Value, response: &Value) {
    assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
    assert_eq!(reply.json(), json!({"multi": true, "sideUpdate": sides, "response": response}));
}

#[tokio::test]
async fn a_prevented_update_leaves_only_the_outputs_alone() {
    let status = json!({"status": {"children": "at work"}});
    let done = json!({"out": {"children": "done"}});
    check(&act_on("status", "").await, &status, &done);
    check(&act_on("status", "skip").await, &status, &json!({}));
    check(&act_on("status", "prevent").await, &status, &json!({}));
    let both = call("..more.children...more.hidden..", &[("go.n_clicks", json!(1))], &[]);
    check(&post(&router(), both.to_string()).await, &status, &json!({}));
    let prevented = act_on("", "prevent").await;
    assert_eq!((prevented.status, prevented.text()), (StatusCode::NO_CONTENT, ""));
}

#[tokio::test]
async fn what_a_failed_callback_has_set_is_lost() {
    let failed = act_on("status", "fail").await;
    assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(failed.text().contains("no such file"), "{failed:?}");
}

#[tokio::test]
async fn a_component_of_a_family_has_its_fields() {
    let cell = json!({r#"{"col":0,"row":1,"type":"Cell"}"#: {"value": "x"}});
    check(&act_on("cell", "prevent").await, &cell, &json!({}));
}

#[tokio::test]
async fn a_view_that_callbacks_insert_belongs_to_the_app() {
    // Callbacks would show it.
    drop(Later::new().build());
    let inserted = json!({"inserted": {"value": "x"}});
    check(&act_on("inserted", "").await, &inserted, &json!({"out": {"children": "done"}}));
}

#[tokio::test]
async fn a_component_that_the_app_does_not_have_is_refused() {
    // Another app may show it.
    drop(Elsewhere::new().build());
    for (what, expected) in [
        ("gone", "it set `gone.value`, but no view of the app has the id `gone`"),
        (
            "card",
            r#"it set `{"row":1,"type":"Card"}.title`, but no view of the app has the id `{"row":1,"type":"Card"}`"#,
        ),
        (
            "other",
            r#"it set `{"row":1,"type":"Card"}.value`, but no view of the app has the id `{"row":1,"type":"Card"}`"#,
        ),
        ("family", "it set `Cell.value`, but `Cell` is a family of ids"),
    ] {
        for then in ["", "skip", "prevent"] {
            let failed = act_on(what, then).await;
            assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR, "{what}: {failed:?}");
            let message = failed.json()["error"]["message"].take();
            assert!(message.as_str().is_some_and(|text| text.starts_with(expected)), "{message}");
        }
    }
    let nothing = act_on("nothing", "skip").await;
    assert_eq!(nothing.json(), json!({"multi": true, "response": {}}));
}

//! Callbacks wired to families of ids: what the page is told, and requests as the page sends them.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::dcc::Input;
use dash::html::Div;
use dash::{Context, DashId, Update, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{Reply, config, get, post};

#[derive(DashId)]
struct Cell {
    row: u32,
    col: u32,
}

#[derive(DashId)]
struct Note {
    name: String,
}

view! {
    Sheet => <Div>
        {for row in 0..2 { <Input id=Cell { row, col: 0 } value="a"/> }}
        {for row in 0..2 { <Input id=Cell { row, col: 1 }/> }}
        <Div id=Note { name: "a \"b\".c".to_owned() }/>
        <Div id=joined/>
    </Div>
}

/// Joins a column, and says which cell was changed.
#[callback(output(Sheet::joined.children), input(Sheet::Cell { row: ALL, col: 0 }.value))]
fn join(values: Vec<Option<String>>, context: Context) -> String {
    let values: Vec<String> = values.into_iter().flatten().collect();
    let cell = context.triggered_id_as::<Cell>().map(|cell| format!("{}/{}", cell.row, cell.col));
    format!("{} {}", values.join("+"), cell.unwrap_or_default())
}

#[callback(
    output(Sheet::Cell { row: MATCH, col: 1 }.value, Sheet::Cell { row: MATCH, col: 1 }.disabled),
    input(Sheet::Cell { row: MATCH, col: 0 }.value),
    state(Sheet::Cell { row: ALLSMALLER, col: 0 }.value)
)]
fn copy(own: Option<String>, before: Vec<Option<String>>) -> (Option<String>, bool) {
    (own, before.is_empty())
}

/// Gives as many titles as the text says.
#[callback(
    output(Sheet::Cell { row: ALL, col: 0 }.placeholder),
    input(Sheet::Note { name: "a \"b\".c" }.n_clicks)
)]
fn number(clicks: u64) -> Update<Vec<String>> {
    match clicks {
        0 => Update::Skip,
        clicks => Update::Set((0..clicks).map(|at| at.to_string()).collect()),
    }
}

app! { static APP = { layout: Sheet, callbacks: [join, copy, number] } }

fn router() -> Router {
    serve(&APP).config(config()).into_router().expect("the server starts")
}

fn cell(row: u32, col: u32) -> Value {
    json!({"row": row, "type": "Cell", "col": col})
}

fn value(row: u32, col: u32, value: &str) -> Value {
    json!({"id": cell(row, col), "property": "value", "value": value})
}

fn join_request() -> Value {
    json!({
        "output": "joined.children",
        "outputs": {"id": "joined", "property": "children"},
        "inputs": [[value(0, 0, "x"), value(1, 0, "y")]],
        "changedPropIds": [r#"{"col":0,"row":1,"type":"Cell"}.value"#],
    })
}

fn copy_request() -> Value {
    json!({
        "output": r#"..{"col":1,"row":["MATCH"],"type":"Cell"}.value...{"col":1,"row":["MATCH"],"type":"Cell"}.disabled.."#,
        "outputs": [
            {"id": cell(1, 1), "property": "value"}, {"id": cell(1, 1), "property": "disabled"},
        ],
        "inputs": [value(1, 0, "y")],
        "state": [[value(0, 0, "x")]],
        "changedPropIds": [],
    })
}

fn number_request(clicks: u64) -> Value {
    let titles = [0, 1].map(|row| json!({"id": cell(row, 0), "property": "placeholder"}));
    let note = json!({"type": "Note", "name": "a \"b\".c"});
    json!({
        "output": r#"{"col":0,"row":["ALL"],"type":"Cell"}.placeholder"#,
        "outputs": titles,
        "inputs": [{"id": note, "property": "n_clicks", "value": clicks}],
        "changedPropIds": [r#"{"name":"a \"b\".c","type":"Note"}.n_clicks"#],
    })
}

async fn answer(request: Value) -> Reply {
    post(&router(), request.to_string()).await
}

#[track_caller]
fn check(reply: &Reply, values: &Value) {
    assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
    assert_eq!(reply.json(), json!({"multi": true, "response": values}));
}

#[tokio::test]
async fn the_page_is_told_the_ids_and_the_patterns() {
    let layout = get(&router(), "/_dash-layout").await;
    let input = r#"{"props":{"id":{"col":0,"row":1,"type":"Cell"},"value":"a"}"#;
    assert!(layout.text().contains(input), "{layout:?}");
    let dependencies = get(&router(), "/_dash-dependencies").await.json();
    assert_eq!(
        dependencies[1]["output"],
        r#"..{"col":1,"row":["MATCH"],"type":"Cell"}.value...{"col":1,"row":["MATCH"],"type":"Cell"}.disabled.."#
    );
    let input = json!([{"id": r#"{"col":0,"row":["MATCH"],"type":"Cell"}"#, "property": "value"}]);
    assert_eq!(dependencies[1]["inputs"], input);
    let state =
        json!([{"id": r#"{"col":0,"row":["ALLSMALLER"],"type":"Cell"}"#, "property": "value"}]);
    assert_eq!(dependencies[1]["state"], state);
    assert_eq!(dependencies[2]["inputs"][0]["id"], r#"{"name":"a \"b\".c","type":"Note"}"#);
}

#[tokio::test]
async fn all_is_a_list_and_the_trigger_is_typed() {
    check(&answer(join_request()).await, &json!({"joined": {"children": "x+y 1/0"}}));
    let mut empty = join_request();
    empty["inputs"] = json!([[]]);
    empty["changedPropIds"] = json!([]);
    check(&answer(empty).await, &json!({"joined": {"children": " "}}));
}

#[tokio::test]
async fn an_answer_is_for_the_components_that_matched() {
    let id = r#"{"col":1,"row":1,"type":"Cell"}"#;
    check(&answer(copy_request()).await, &json!({id: {"value": "y", "disabled": false}}));
}

#[tokio::test]
async fn each_component_of_a_list_gets_its_value() {
    let [first, second] = [0, 1].map(|row| format!(r#"{{"col":0,"row":{row},"type":"Cell"}}"#));
    let expected = json!({first: {"placeholder": "0"}, second: {"placeholder": "1"}});
    check(&answer(number_request(2)).await, &expected);
    check(&answer(number_request(0)).await, &json!({}));
}

#[tokio::test]
async fn a_list_of_another_length_is_a_failure_of_the_callback() {
    let server = serve(&APP).config(dash::Config { debug: true, ..config() });
    let router = server.into_router().expect("the server starts");
    let reply = post(&router, number_request(3).to_string()).await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(
        reply.json()["error"]["message"],
        "it gave 3 values for `Cell { row: ALL, col: 0 }.placeholder`, of which the page has 2"
    );
}

/// Changes a request and holds the answer against a message.
async fn refuse(mut request: Value, change: impl FnOnce(&mut Value), message: &str) {
    change(&mut request);
    let reply = answer(request).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{reply:?}");
    let found = reply.json()["error"]["message"].to_string();
    assert!(found.contains(message), "{found} does not say {message:?}");
}

#[tokio::test]
async fn ids_fit_their_patterns() {
    let input = "stands where the callback has its input";
    for id in [
        json!("joined"),
        cell(0, 1),
        json!({"row": 0, "col": 0}),
        json!({"row": 0, "col": 0, "type": "Note"}),
        json!({"row": 0, "col": 0, "type": "Cell", "more": 1}),
        json!({"row": -1, "col": 0, "type": "Cell"}),
        json!({"row": "0", "col": 0, "type": "Cell"}),
        json!({"row": ["ALL"], "col": 0, "type": "Cell"}),
    ] {
        let is_list = id["row"].is_array();
        let message = if is_list { "not a callback request" } else { input };
        refuse(join_request(), |r| r["inputs"][0][1]["id"] = id, message).await;
    }
    refuse(join_request(), |r| r["inputs"][0][1]["property"] = json!("title"), input).await;
    let list = "is a list of components";
    refuse(join_request(), |r| r["inputs"][0] = r["inputs"][0][0].clone(), list).await;
    let one = "is one component";
    refuse(copy_request(), |r| r["inputs"][0] = json!([r["inputs"][0]]), one).await;
    let changed = "in `changedPropIds` is not an input";
    let other = json!([r#"{"col":0,"row":5,"type":"Cell"}.value"#]);
    refuse(join_request(), |r| r["changedPropIds"] = other, changed).await;
    let wildcard = json!([r#"{"col":0,"row":["ALL"],"type":"Cell"}.value"#]);
    refuse(join_request(), |r| r["changedPropIds"] = wildcard, changed).await;
}

#[tokio::test]
async fn the_values_of_match_are_the_same_throughout() {
    let outputs = "`outputs` are not those that `output` names";
    refuse(copy_request(), |r| r["outputs"][1]["id"] = cell(0, 1), outputs).await;
    refuse(copy_request(), |r| r["outputs"][0] = json!([r["outputs"][0]]), outputs).await;
    let input = "stands where the callback has its input";
    refuse(copy_request(), |r| r["inputs"][0]["id"] = cell(0, 0), input).await;
    let state = "stands where the callback has its state";
    refuse(copy_request(), |r| r["state"][0][0]["id"] = cell(1, 0), state).await;
    refuse(number_request(2), |r| r["outputs"][1] = r["outputs"][0].clone(), outputs).await;
    refuse(number_request(2), |r| r["outputs"] = r["outputs"][0].clone(), outputs).await;
}

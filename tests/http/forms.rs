//! Callbacks beyond inputs and outputs: how they are announced, and what their requests are answered.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::dcc::Input;
use dash::html::Div;
use dash::{Context, PreventUpdate, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{call, config, get, post};

view! {
    Forms => <Div>
        <Input id=name/>
        <Div id=news/>
        <Div id=status/>
        <Div id=out/>
    </Div>
}

#[callback(output(Forms::news.children))]
fn on_load() -> &'static str {
    "ready"
}

#[callback(input(Forms::name.value))]
fn log(name: Option<String>) -> Result<(), String> {
    name.map_or_else(|| Err("nobody".to_owned()), |_| Ok(()))
}

/// Says in `status` what it does; prevents the update without a name.
#[callback(input(Forms::name.value), output(Forms::out.children))]
async fn report(name: Option<String>, context: Context) -> Result<String, PreventUpdate> {
    context.set_props(Forms::status.children, "at work");
    context.set_props(Forms::status.title, Some("T"));
    tokio::task::yield_now().await;
    context.set_props(Forms::status.children, 2);
    name.ok_or(PreventUpdate)
}

/// Writes what `report` writes too.
#[callback(
    output(allow_duplicate(Forms::out.children), Forms::out.hidden),
    input(Forms::out.n_clicks),
    prevent_initial_call
)]
fn clear(_clicks: u64) -> (&'static str, bool) {
    ("", true)
}

view! {
    Elsewhere => <Input id=gone/>
}

/// Reads a component that this page does not have.
#[callback(
    output(Forms::out.title),
    input(Forms::out.n_clicks, optional(Elsewhere::gone.value)),
    state(optional(Elsewhere::gone.placeholder))
)]
fn look(clicks: u64, gone: Option<String>, hint: Option<String>) -> String {
    format!("{clicks} {gone:?} {hint:?}")
}

#[callback(
    input(Forms::news.n_clicks),
    running(Forms::name.disabled, true, false),
    running(Forms::status.children, format!("{}…", "at work"), NOTHING)
)]
async fn work(_clicks: u64) {
    tokio::task::yield_now().await;
}

const NOTHING: Option<&str> = None;

#[callback(input(Forms::name.value, Forms::out.n_clicks))]
fn report_alone(name: Option<String>, _clicks: u64, context: Context) {
    context.set_props(Forms::status.children, name);
}

app! { static APP = { layout: Forms, callbacks: [on_load, log, report, report_alone, clear, look, work] } }

fn router() -> Router {
    serve(&APP).config(config()).into_router().expect("starts")
}

/// What `_dash-dependencies` says of the callback number `at`.
async fn announced(at: usize) -> Value {
    get(&router(), "/_dash-dependencies").await.json()[at].take()
}

/// A request as the page sends it, made from what was announced.
fn request(spec: &Value, outputs: Option<Value>, inputs: &[Value]) -> Value {
    let mut request = json!({
        "output": spec["output"], "inputs": spec["inputs"],
        "changedPropIds": [], "parsedChangedPropsIds": [],
    });
    for (at, value) in inputs.iter().enumerate() {
        request["inputs"][at]["value"] = value.clone();
    }
    if let Some(outputs) = outputs {
        request["outputs"] = outputs;
    }
    request
}

#[tokio::test]
async fn without_inputs_it_is_called_with_nothing() {
    let spec = announced(0).await;
    assert_eq!((&spec["inputs"], &spec["no_output"]), (&json!([]), &json!(false)));
    let reply = post(&router(), call("news.children", &[], &[]).to_string()).await;
    assert_eq!(reply.json(), json!({"multi": true, "response": {"news": {"children": "ready"}}}));
}

#[tokio::test]
async fn without_outputs_it_has_a_name_of_its_own_and_answers_nothing() {
    let spec = announced(1).await;
    let name = spec["output"].as_str().expect("text");
    assert!(name.len() == 16 && name.chars().all(|c| c.is_ascii_hexdigit()), "{name}");
    assert_eq!(spec["no_output"], true);
    let reply = post(&router(), request(&spec, None, &[json!("Bo")]).to_string()).await;
    assert_eq!((reply.status, reply.text()), (StatusCode::NO_CONTENT, ""));
}

#[tokio::test]
async fn without_outputs_it_can_fail_and_takes_none() {
    let spec = announced(1).await;
    let failed = post(&router(), request(&spec, None, &[json!(null)]).to_string()).await;
    assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
    let outputs = json!({"id": "news", "property": "children"});
    for outputs in [outputs.clone(), json!([]), json!([outputs])] {
        let request = request(&spec, Some(outputs), &[json!("Bo")]);
        assert_eq!(post(&router(), request.to_string()).await.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn props_are_set_beside_the_outputs() {
    let name = |name: Value| call("out.children", &[("name.value", name)], &[]).to_string();
    let reply = post(&router(), name(json!("Bo"))).await;
    let sides = json!({"status": {"title": "T", "children": 2}});
    let expected = json!({
        "multi": true, "sideUpdate": sides, "response": {"out": {"children": "Bo"}},
    });
    assert_eq!(reply.json(), expected);
    let prevented = post(&router(), name(json!(null))).await;
    assert_eq!(prevented.json(), json!({"multi": true, "sideUpdate": sides, "response": {}}));
}

#[tokio::test]
async fn props_are_set_by_a_callback_without_outputs() {
    let spec = announced(3).await;
    let reply = post(&router(), request(&spec, None, &[json!("Bo"), json!(0)]).to_string()).await;
    let sides = json!({"status": {"children": "Bo"}});
    assert_eq!(reply.json(), json!({"multi": true, "sideUpdate": sides, "response": {}}));
}

#[tokio::test]
async fn an_output_of_several_callbacks_bears_the_name_of_one() {
    let spec = announced(4).await;
    let name = spec["output"].as_str().expect("text");
    let (output, rest) = name.split_once('@').expect("a name");
    let (key, rest) = rest.split_at(16);
    assert_eq!((output, rest), ("..out.children", "...out.hidden.."));
    let outputs = |key: &str| {
        json!([
            {"id": "out", "property": format!("children{key}")},
            {"id": "out", "property": "hidden"},
        ])
    };
    let call = |outputs| request(&spec, Some(outputs), &[json!(1)]).to_string();
    let reply = post(&router(), call(outputs(&format!("@{key}")))).await;
    let response = json!({"out": {"children": "", "hidden": true}});
    assert_eq!(reply.json(), json!({"multi": true, "response": response}));
    for other in ["", "@", "@0000000000000000"] {
        assert_eq!(post(&router(), call(outputs(other))).await.status, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn an_optional_component_can_be_missing() {
    // Another page may show it.
    drop(Elsewhere::new().build());
    let spec = announced(5).await;
    let gone = json!({"id": "gone", "property": "value", "allow_optional": true});
    assert_eq!(spec["inputs"], json!([{"id": "out", "property": "n_clicks"}, gone]));
    assert_eq!(spec["state"][0]["allow_optional"], true);
    let outputs = json!({"id": "out", "property": "title"});
    let mut request = request(&spec, Some(outputs), &[json!(1), json!(null)]);
    request["state"] = spec["state"].clone();
    let reply = post(&router(), request.to_string()).await;
    assert_eq!(reply.json()["response"], json!({"out": {"title": "1 None None"}}));
}

#[tokio::test]
async fn what_holds_while_it_runs_is_announced() {
    let spec = announced(6).await;
    let expected = json!({
        "running": {"name.disabled": true, "status.children": "at work…"},
        "runningOff": {"name.disabled": false, "status.children": null},
    });
    assert_eq!(spec["running"], expected);
    assert_eq!(announced(5).await.get("running"), None);
}

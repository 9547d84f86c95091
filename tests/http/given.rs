//! What a callback sees of its own call: the components and values of its outputs, inputs and states.
#![expect(clippy::needless_pass_by_value, reason = "a callback takes what it asks for by value")]

use dash::axum::Router;
use dash::html::{Button, Div};
use dash::{
    Config, Context, DashId, FailedCallback, Stream, Update, WiredProp, app, callback, serve, view,
};
use serde_json::{Value, json};
use tokio_stream::StreamExt;

use crate::common::socket::{blocking, connect, listen};
use crate::common::{Reply, call, config, post, post_to};

#[derive(DashId)]
struct Row {
    at: u32,
}

view! {
    Desk => <Div>
        <Button id=go title="go"/><Div id=region title="North"/>
        <Div id=plain/><Div id=fails/><Div id=later/><Div id=lives/><Div id=typed/>
        {for at in 0..2 { <Div id=Row { at } title="r"/> }}
        <Div id=joined/>
    </Div>
}

/// All that the context says of the call, one prop after the other.
fn describe(context: &Context) -> String {
    let named = |prop: &WiredProp| format!("{}={}", prop.prop_id(), prop.json());
    let list = |list: &[Vec<WiredProp>]| {
        let each = list.iter().map(|one| one.iter().map(named).collect::<Vec<_>>().join(","));
        each.collect::<Vec<_>>().join(" ")
    };
    let triggered: Vec<String> = context.triggered_props().map(named).collect();
    format!(
        "{} <- {} | {} : {}",
        list(context.outputs_list()),
        list(context.inputs_list()),
        list(context.states_list()),
        triggered.join(",")
    )
}

#[callback(
    output(Desk::plain.children, Desk::plain.title),
    input(Desk::go.n_clicks, Desk::go.title),
    state(Desk::region.title),
    endpoint = "/api/plain"
)]
fn plain(
    clicks: u64,
    title: Option<String>,
    region: Option<String>,
    context: Context,
) -> (String, Update<String>) {
    drop((clicks, title, region));
    (describe(&context), Update::Skip)
}

/// Gives each row a title that says which one it is, as the outputs say.
#[callback(
    output(Desk::Row { at: ALL }.children),
    input(Desk::Row { at: ALL }.title),
    state(Desk::region.title)
)]
fn number(_titles: Vec<Option<String>>, _region: Option<String>, context: Context) -> Vec<String> {
    let described = describe(&context);
    let rows = context.outputs_list().iter().flatten().filter_map(WiredProp::id_as::<Row>);
    rows.map(|row| format!("{} {described}", row.at)).collect()
}

#[callback(output(Desk::fails.children), input(Desk::go.n_clicks), on_error = excuse)]
fn fail(_clicks: u64) -> Result<String, String> {
    Err("no".into())
}

fn excuse(_failed: &FailedCallback<'_>, context: &Context) -> String {
    describe(context)
}

#[callback(output(Desk::later.children), input(Desk::go.n_clicks), state(Desk::region.title), background)]
fn later(_clicks: u64, _region: Option<String>, context: Context) -> String {
    describe(&context)
}

#[callback(output(Desk::lives.children), input(Desk::go.n_clicks))]
fn live(_clicks: u64, context: Context) -> impl Stream<Item = String> {
    tokio_stream::once(()).map(move |()| describe(&context))
}

/// By the props, with the types of their values.
#[callback(output(Desk::typed.children), input(Desk::go.n_clicks), state(Desk::region.title))]
fn typed(_clicks: u64, _region: Option<String>, context: Context) -> String {
    let clicks: Option<u64> = context.value(Desk::go.n_clicks);
    let region: Option<String> = context.value(Desk::region.title).flatten();
    let other: Option<Option<String>> = context.value(Desk::go.title);
    let wrong = context.inputs().next().map(|one| one.value::<String>().is_err());
    format!("{clicks:?} {region:?} {other:?} {wrong:?}")
}

app! {
    static DESK = { layout: Desk, callbacks: [plain, number, fail, later, live, typed] }
}

fn router() -> Router {
    serve(&DESK).config(config()).into_router().expect("the server starts")
}

#[track_caller]
fn check(reply: &Reply, id: &str, expected: &str) {
    assert_eq!(reply.json()["response"][id]["children"], json!(expected), "{}", reply.text());
}

fn pressed(output: &str, state: &[(&str, Value)]) -> String {
    call(output, &[("go.n_clicks", json!(3))], state).to_string()
}

const NORTH: &str = "region.title";

#[tokio::test]
async fn a_callback_sees_its_outputs_inputs_and_states_in_order() {
    let inputs = [("go.n_clicks", json!(3)), ("go.title", json!("a \"b\""))];
    let request = call("..plain.children...plain.title..", &inputs, &[(NORTH, json!("South"))]);
    check(
        &post(&router(), request.to_string()).await,
        "plain",
        "plain.children=null plain.title=null <- go.n_clicks=3 go.title=\"a \\\"b\\\"\" \
         | region.title=\"South\" : go.n_clicks=3",
    );
}

#[tokio::test]
async fn of_patterns_it_sees_each_component() {
    let row = |at: u32| json!({"type": "Row", "at": at});
    let [first, second] =
        [0, 1].map(|at| json!({"id": row(at), "property": "title", "value": format!("r{at}")}));
    let outputs = [0, 1].map(|at| json!({"id": row(at), "property": "children"}));
    let request = json!({
        "output": r#"{"at":["ALL"],"type":"Row"}.children"#,
        "outputs": outputs,
        "inputs": [[first, second]],
        "state": [{"id": "region", "property": "title", "value": null}],
        "changedPropIds": [r#"{"at":1,"type":"Row"}.title"#],
    });
    let reply = post(&router(), request.to_string()).await.json();
    let id = |at: u32| format!(r#"{{"at":{at},"type":"Row"}}"#);
    let expected = format!(
        "1 {}.children=null,{}.children=null <- {}.title=\"r0\",{}.title=\"r1\" \
         | region.title=null : {}.title=\"r1\"",
        id(0),
        id(1),
        id(0),
        id(1),
        id(1)
    );
    assert_eq!(reply["response"][id(1)]["children"], json!(expected));
}

#[tokio::test]
async fn a_program_names_no_components() {
    let body = r#"{"title": "t", "clicks": 2, "region": null}"#;
    let reply = post_to(&router(), "/api/plain", body).await;
    let expected = "plain.children=null plain.title=null <- go.n_clicks=2 go.title=\"t\" \
                    | region.title=null : ";
    assert_eq!(reply.json(), json!([expected, null]));
}

#[tokio::test]
async fn a_handler_of_failures_sees_the_same() {
    let reply = post(&router(), pressed("fails.children", &[])).await;
    check(&reply, "fails", "fails.children=null <- go.n_clicks=3 |  : go.n_clicks=3");
}

#[tokio::test]
async fn so_does_a_stream_over_http_and_over_a_socket() {
    let expected = "lives.children=null <- go.n_clicks=3 |  : go.n_clicks=3";
    check(&post(&router(), pressed("lives.children", &[])).await, "lives", expected);

    let config = Config { websocket_callbacks: true, ..config() };
    let address = listen(serve(&DESK).config(config)).await;
    blocking(move || {
        let mut socket = connect(address);
        let payload = call("lives.children", &[("go.n_clicks", json!(3))], &[]);
        socket.say(json!({
            "type": "callback_request", "rendererId": "r", "requestId": "r-1", "payload": payload,
        }));
        assert_eq!(socket.hear()["payload"]["props"]["children"], json!(expected));
    })
    .await;
}

#[tokio::test]
async fn so_does_a_callback_in_the_background() {
    let router = router();
    let request = pressed("later.children", &[(NORTH, json!("South"))]);
    let ticket = post(&router, request.clone()).await.json();
    let name = |field: &str| ticket[field].as_str().expect("a name").to_owned();
    let path = format!("/_dash-update-component?job={}&cacheKey={}", name("job"), name("cacheKey"));
    let mut reply = post_to(&router, &path, request.clone()).await;
    while reply.json().get("response").is_none() {
        tokio::task::yield_now().await;
        reply = post_to(&router, &path, request.clone()).await;
    }
    let expected = "later.children=null <- go.n_clicks=3 | region.title=\"South\" : go.n_clicks=3";
    check(&reply, "later", expected);
}

#[tokio::test]
async fn a_value_is_found_by_its_prop_with_the_type_of_that() {
    let reply = post(&router(), pressed("typed.children", &[(NORTH, json!("South"))])).await;
    check(&reply, "typed", "Some(3) Some(\"South\") None Some(true)");
}

#[test]
fn outside_a_call_there_is_nothing() {
    assert_eq!(describe(&Context::default()), " <-  |  : ");
}

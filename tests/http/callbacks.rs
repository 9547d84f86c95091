//! What a callback request is answered.
use dash::axum::http::StatusCode;
use serde_json::{Value, json};

use crate::common::app::bars;
use crate::common::{Reply, call, post, router};

#[track_caller]
fn check(reply: &Reply, values: &Value) {
    assert_eq!(reply.status, StatusCode::OK, "{reply:?}");
    assert_eq!(reply.header("content-type"), Some("application/json"));
    assert_eq!(reply.json(), json!({"multi": true, "response": values}));
}

#[tokio::test]
async fn one_output_gets_the_value() {
    let greet = call("out.children", &[("name.value", json!("Bo"))], &[]);
    check(&post(&router(), greet.to_string()).await, &json!({"out": {"children": "Hello, Bo"}}));
}

#[tokio::test]
async fn an_absent_value_is_none_or_zero() {
    let router = router();
    let mut greet = call("out.children", &[("name.value", json!(null))], &[]);
    let expected = json!({"out": {"children": "Hello, "}});
    check(&post(&router, greet.to_string()).await, &expected);
    greet["inputs"][0].as_object_mut().expect("an input").remove("value");
    check(&post(&router, greet.to_string()).await, &expected);
    let draw = call("chart.figure", &[("go.n_clicks", json!(null))], &[]);
    let figure = json!({"data": [{"type": "bar", "x": []}], "layout": {}});
    check(&post(&router, draw.to_string()).await, &json!({"chart": {"figure": figure}}));
}

#[tokio::test]
async fn several_outputs_are_grouped_by_component_and_skipped_ones_left_out() {
    let router = router();
    let pair = |clicks: Value, name: Value| {
        let inputs = [("go.n_clicks", clicks)];
        let call = call("..two.children...two.title..", &inputs, &[("name.value", name)]);
        post(&router, call.to_string())
    };
    let reply = pair(json!(3), json!("Bo")).await;
    check(&reply, &json!({"two": {"children": 3, "title": "Bo"}}));
    check(&pair(json!(3), json!(null)).await, &json!({"two": {"children": 3}}));
    check(&pair(json!(0), json!("Bo")).await, &json!({"two": {"title": "Bo"}}));
    check(&pair(json!(0), json!(null)).await, &json!({}));
}

#[tokio::test]
async fn prevented_updates_are_an_empty_answer() {
    let prevent = call("prevented.children", &[("go.n_clicks", json!(1))], &[]);
    let reply = post(&router(), prevent.to_string()).await;
    assert_eq!((reply.status, reply.text()), (StatusCode::NO_CONTENT, ""));
}

#[tokio::test]
async fn a_callback_learns_what_triggered_it() {
    let router = router();
    let both = [("go.n_clicks", json!(1)), ("name.value", json!("Bo"))];
    let mut request = call("triggered.children", &both, &[]);
    for changed in [&[][..], &["name.value"], &["name.value", "go.n_clicks"]] {
        request["changedPropIds"] = json!(changed);
        let reply = post(&router, request.to_string()).await;
        check(&reply, &json!({"triggered": {"children": changed.join(" ")}}));
    }
}

#[tokio::test]
async fn a_callback_takes_the_data_of_the_server() {
    let share = call("shared.children", &[("go.n_clicks", json!(1))], &[]);
    check(&post(&router(), share.to_string()).await, &json!({"shared": {"children": "Hi"}}));
}

#[tokio::test]
async fn a_large_figure_arrives_whole() {
    let draw = call("chart.figure", &[("go.n_clicks", json!(50_000))], &[]);
    let reply = post(&router(), draw.to_string()).await;
    let length = reply.body.len().to_string();
    assert_eq!(reply.header("content-length"), Some(&*length));
    let figure = json!({"data": [bars(50_000)], "layout": {}});
    assert!(reply.json()["response"]["chart"]["figure"] == figure, "not the figure that was sent");
}

#[tokio::test]
async fn keys_that_nobody_knows_are_passed_over() {
    let mut greet = call("out.children", &[("name.value", json!("Bo"))], &[]);
    greet["later"] = json!({"a": [1]});
    greet["inputs"][0]["allow_optional"] = json!(true);
    check(&post(&router(), greet.to_string()).await, &json!({"out": {"children": "Hello, Bo"}}));
}

//! Requests that are refused before any user code runs, and what they are told.
use dash::Config;
use dash::axum::http::StatusCode;
use serde_json::{Value, json};

use crate::common::{Reply, call, config, post, post_with, router, server};

/// A valid request for the callback with two outputs, one input and one state.
fn pair() -> Value {
    let inputs = [("go.n_clicks", json!(1))];
    call("..two.children...two.title..", &inputs, &[("name.value", json!("Bo"))])
}

#[track_caller]
fn check(reply: &Reply, status: StatusCode, message: &str) {
    assert_eq!(reply.status, status, "{reply:?}");
    assert_eq!(reply.header("content-type"), Some("application/json"));
    let found = reply.json()["error"]["message"].clone();
    let found = found.as_str().expect("a message");
    assert!(found.contains(message), "{found:?} does not say {message:?}");
}

/// Changes the valid request and holds the answer against a message.
async fn change(change: impl FnOnce(&mut Value), message: &str) {
    let mut request = pair();
    change(&mut request);
    let reply = post(&router(), request.to_string()).await;
    check(&reply, StatusCode::BAD_REQUEST, message);
    assert_eq!(reply.json()["error"]["output"], "..two.children...two.title..");
}

#[tokio::test]
async fn a_request_has_the_shape_of_its_callback() {
    let input = json!({"id": "go", "property": "n_clicks", "value": 1});
    let outputs = "`outputs` are not those that `output` names";
    change(|r| r["outputs"] = r["outputs"][0].clone(), outputs).await;
    change(|r| r["outputs"] = json!([]), outputs).await;
    change(|r| r["outputs"][1] = r["outputs"][0].clone(), outputs).await;
    change(|r| r["outputs"].as_array_mut().unwrap().reverse(), outputs).await;
    change(|r| r["outputs"][0]["id"] = json!("out"), outputs).await;
    change(|r| r["inputs"] = json!([]), "`inputs` has 0 entries where the callback has 1").await;
    change(
        |r| r["inputs"] = json!([input, input]),
        "`inputs` has 2 entries where the callback has 1",
    )
    .await;
    change(|r| r["state"] = json!([]), "`state` has 0 entries where the callback has 1").await;
    change(
        |r| drop(r.as_object_mut().unwrap().remove("state")),
        "`state` has 0 entries where the callback has 1",
    )
    .await;
    change(
        |r| r["state"][0] = input.clone(),
        "`go.n_clicks` stands where the callback has its state `name.value`",
    )
    .await;
    change(
        |r| r["inputs"][0]["property"] = json!("children"),
        "`go.children` stands where the callback has its input `go.n_clicks`",
    )
    .await;
    change(|r| r["changedPropIds"] = json!(["name.value"]), "`name.value` in `changedPropIds`")
        .await;
    change(
        |r| r["changedPropIds"] = json!(["go.n_clicks", "go.n_clicks"]),
        "`go.n_clicks` is twice in `changedPropIds`",
    )
    .await;
}

#[tokio::test]
async fn a_value_has_the_type_of_its_parameter() {
    let reads = "the value of `go.n_clicks` cannot be read: ";
    for value in [json!("1"), json!(-1), json!(1.5), json!([1]), json!({})] {
        change(|r| r["inputs"][0]["value"] = value, reads).await;
    }
    change(|r| r["state"][0]["value"] = json!(3), "the value of `name.value` cannot be read: ")
        .await;
}

/// Sends a body that names no callback.
async fn send(body: &str, status: StatusCode, message: &str) {
    let reply = post(&router(), body.to_owned()).await;
    check(&reply, status, message);
}

#[tokio::test]
async fn a_body_is_a_callback_request() {
    for body in ["", "{", "[]", "null", "1", "\"\"", "{}", "{\"output\":1}", "\u{feff}{}"] {
        send(body, StatusCode::BAD_REQUEST, "the body is not a callback request: ").await;
    }
    let mut twice = pair().to_string();
    twice.insert_str(1, "\"output\":\"out.children\",");
    send(&twice, StatusCode::BAD_REQUEST, "duplicate field `output`").await;
    let list = json!([pair()["output"], pair()["outputs"], pair()["inputs"], pair()["state"], []]);
    send(&list.to_string(), StatusCode::BAD_REQUEST, "expected an object").await;
    let deep = format!("{{\"output\":\"out.children\",\"x\":{}", "[".repeat(100_000));
    send(&deep, StatusCode::BAD_REQUEST, "the body is not a callback request: ").await;
    let mut unknown = pair();
    unknown["output"] = json!("nothere.children");
    send(&unknown.to_string(), StatusCode::NOT_FOUND, "no callback for `nothere.children`").await;
}

#[tokio::test]
async fn a_body_is_sent_as_json() {
    let router = router();
    for kind in ["", "text/plain", "application/x-www-form-urlencoded", "json", "text/json"] {
        let reply = post_with(&router, pair().to_string(), &[("content-type", kind)]).await;
        check(&reply, StatusCode::UNSUPPORTED_MEDIA_TYPE, "Content-Type: application/json");
    }
    for kind in ["application/json", "Application/JSON; charset=utf-8", "application/x+json"] {
        let reply = post_with(&router, pair().to_string(), &[("content-type", kind)]).await;
        assert_eq!(reply.status, StatusCode::OK, "{kind}");
    }
}

#[tokio::test]
async fn a_body_is_no_larger_than_the_limit() {
    let body = pair().to_string();
    let limited = |body_limit| {
        let config = Config { body_limit, ..config() };
        server().config(config).into_router().expect("starts")
    };
    let message = format!("the body is larger than {} bytes", body.len() - 1);
    let reply = post(&limited(body.len() - 1), body.clone()).await;
    check(&reply, StatusCode::PAYLOAD_TOO_LARGE, &message);
    assert_eq!(post(&limited(body.len()), body).await.status, StatusCode::OK);
}

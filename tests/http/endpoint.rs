//! Callbacks that programs call: parameters as a JSON object, and as the answer what is returned.
use dash::axum::Router;
use dash::axum::http::{Method, StatusCode};
use dash::html::{Div, P};
use dash::{Config, Context, DashId, PreventUpdate, Update, app, callback, serve, view};
use serde_json::{Value, json};

use crate::common::{Reply, config, request, send};

#[derive(DashId)]
struct Row {
    at: u32,
}

view! {
    Desk => <Div>
        <Div id=region title="x"/><Div id=year title="y"/><P id=total/><P id=best/>
        <P id=Row { at: 1 }/>
    </Div>
}

#[callback(
    output(Desk::total.children),
    input(Desk::region.title),
    state(Desk::year.title),
    endpoint = "/api/total"
)]
fn total(region: Option<String>, year: Option<String>, context: Context) -> Result<String, String> {
    assert!(context.triggered().is_empty(), "no prop has changed");
    match region.as_deref() {
        Some("nowhere") => Err("no such region".to_owned()),
        region => Ok(format!("{} {}", region.unwrap_or("all"), year.unwrap_or_default())),
    }
}

#[callback(
    output(Desk::best.children, Desk::total.title),
    input(Desk::Row { at: ALL }.title),
    endpoint = "/api/best"
)]
fn best(names: Vec<Option<String>>) -> Result<(Update<String>, String), PreventUpdate> {
    match names.len() {
        0 => Err(PreventUpdate),
        count => Ok((Update::from(names.into_iter().flatten().max()), count.to_string())),
    }
}

app! { static DESK = { layout: Desk, callbacks: [total, best] } }

/// Has an endpoint that another callback has.
#[callback(output(Desk::best.title), input(Desk::region.title), endpoint = "/api/total")]
fn again(region: Option<String>) -> Option<String> {
    region
}

app! { static TWICE = { layout: Desk, callbacks: [total, best, again] } }

fn router(prefix: &str) -> Router {
    let config = Config { routes_pathname_prefix: prefix.into(), ..config() };
    serve(&DESK).config(config).into_router().expect("the server starts")
}

async fn ask(path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
    let headers = [&[("content-type", "application/json")], headers].concat();
    let mut request = request(Method::POST, path, &headers);
    *request.body_mut() = body.to_owned().into();
    send(&router("/"), request).await
}

async fn check(path: &str, body: Value, status: StatusCode, expected: Value) {
    let reply = ask(path, &[], &body.to_string()).await;
    assert_eq!(reply.status, status, "{body}: {}", reply.text());
    let found = if reply.body.is_empty() { Value::Null } else { reply.json() };
    assert_eq!(found, expected, "{body}");
}

#[tokio::test]
async fn an_object_goes_in_and_the_value_comes_out() {
    let ok = StatusCode::OK;
    check("/api/total", json!({"region": "North", "year": "2024"}), ok, json!("North 2024")).await;
    check("/api/total", json!({"year": null}), ok, json!("all ")).await;
    check("/api/best", json!({"names": ["a", null, "c"]}), ok, json!(["c", "3"])).await;
    check("/api/best", json!({"names": [null]}), ok, json!([null, "1"])).await;
    check("/api/best", json!({}), StatusCode::NO_CONTENT, Value::Null).await;
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_named() {
    let message =
        |reply: &Reply| reply.json()["error"]["message"].as_str().unwrap_or("").to_owned();
    for (path, body, status, expected) in [
        (
            "/api/total",
            r#"{"regon": "North"}"#,
            400,
            "`regon` is no parameter; there are `region`, `year`",
        ),
        ("/api/total", r#"{"region": 5}"#, 400, "the value of `region.title` cannot be read"),
        ("/api/best", r#"{"names": "a"}"#, 400, "`names` is a list"),
        ("/api/total", "[]", 400, "the body is not"),
        (
            "/api/total",
            r#"{"region": "nowhere"}"#,
            500,
            "the callback failed; see the server's log",
        ),
    ] {
        let reply = ask(path, &[], body).await;
        assert_eq!(reply.status.as_u16(), status, "{body}");
        assert!(message(&reply).contains(expected), "{body}: {}", message(&reply));
    }
    let other = ask("/api/total", &[("sec-fetch-site", "cross-site")], "{}").await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn it_is_below_the_prefix_and_the_page_beside_it() {
    let router = router("/app/");
    let mut post = request(Method::POST, "/app/api/total", &[("content-type", "application/json")]);
    *post.body_mut() = "{}".into();
    assert_eq!(send(&router, post).await.status, StatusCode::OK);
    let page = send(&router, request(Method::GET, "/app/api", &[])).await;
    assert_eq!(page.status, StatusCode::OK);
}

#[test]
fn an_endpoint_of_two_callbacks_is_named_with_both() {
    let error = serve(&TWICE).config(config()).into_router::<()>().expect_err("one is too many");
    let text = error.to_string();
    assert!(text.contains("the endpoint `/api/total` is of two callbacks: "), "{text}");
    assert!(text.contains("`total`") && text.contains("`again`"), "{text}");
}

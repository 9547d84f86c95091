//! Callbacks that take too long.
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use dash::axum::Router;
use dash::axum::http::StatusCode;
use dash::html::{Button, Div};
use dash::{Config, app, callback, serve, view};
use serde_json::json;

use crate::common::{Reply, call, config, post};

view! {
    Slow => <Div>
        <Button id=go/>
        <Div id=out/>
        <Div id=pooled/>
    </Div>
}

/// How many callbacks were dropped before they ended.
static DROPPED: AtomicU32 = AtomicU32::new(0);

struct Dropped;

impl Drop for Dropped {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::SeqCst);
    }
}

/// Takes for ever, unless there were no clicks.
#[callback(output(Slow::out.children), input(Slow::go.n_clicks))]
async fn wait(clicks: u64) -> &'static str {
    if clicks == 0 {
        return "at once";
    }
    let _dropped = Dropped;
    std::future::pending().await
}

/// Takes until it is known that nobody waits for it any more.
#[callback(output(Slow::pooled.children), input(Slow::go.n_clicks), blocking)]
fn compute(_clicks: u64, answered: dash::Data<std::sync::Arc<AtomicU32>>) -> &'static str {
    while answered.load(Ordering::SeqCst) == 0 {
        std::thread::yield_now();
    }
    "computed"
}

app! { static APP = { layout: Slow, callbacks: [wait, compute] } }

fn router(debug: bool, answered: &std::sync::Arc<AtomicU32>) -> Router {
    let callback_timeout = Some(Duration::from_millis(20));
    let config = Config { callback_timeout, debug, ..config() };
    serve(&APP).data(answered.clone()).config(config).into_router().expect("starts")
}

async fn press(router: &Router, output: &str, clicks: u64) -> Reply {
    let request = call(output, &[("go.n_clicks", json!(clicks))], &[]);
    post(router, request.to_string()).await
}

#[tokio::test]
async fn a_callback_over_its_time_is_dropped_and_answered_for() {
    let answered = std::sync::Arc::default();
    let router = router(false, &answered);
    assert_eq!(press(&router, "out.children", 0).await.status, StatusCode::OK);
    let reply = press(&router, "out.children", 1).await;
    assert_eq!(reply.status, StatusCode::GATEWAY_TIMEOUT);
    let expected = json!({"message": "the callback took too long", "output": "out.children"});
    assert_eq!(reply.json()["error"], expected);
    assert_eq!(DROPPED.load(Ordering::SeqCst), 1);
    assert_eq!(press(&router, "out.children", 0).await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_waits_for_a_plain_fn_over_its_time() {
    let answered = std::sync::Arc::default();
    let reply = press(&router(true, &answered), "pooled.children", 1).await;
    answered.store(1, Ordering::SeqCst);
    assert_eq!(reply.status, StatusCode::GATEWAY_TIMEOUT);
    let message = reply.json()["error"]["message"].as_str().map(str::to_owned);
    assert_eq!(message.as_deref(), Some("it took longer than the 20ms of `callback_timeout`"));
}

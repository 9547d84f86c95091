//! Callbacks that fail or panic: their own request fails, others and the server go on.
use dash::Config;
use dash::axum::Router;
use dash::axum::http::StatusCode;
use serde_json::{Value, json};

use crate::common::{call, config, post, router, server};

async fn fail(router: &Router, output: &str) -> Value {
    let request = call(output, &[("go.n_clicks", json!(1))], &[]);
    let reply = post(router, request.to_string()).await;
    assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR, "{reply:?}");
    reply.json()
}

const FAILING: [&str; 4] =
    ["fails.children", "panics.children", "panics_later.children", "panics_pooled.children"];

#[tokio::test]
async fn production_answers_carry_no_internals() {
    let router = router();
    for output in FAILING {
        let message = "the callback failed; see the server's log";
        let expected = json!({"error": {"message": message, "output": output}});
        assert_eq!(fail(&router, output).await, expected);
    }
}

#[tokio::test]
async fn debug_answers_carry_the_message_and_its_causes() {
    let router = server().config(Config { debug: true, ..config() }).into_router().expect("starts");
    let expected = [
        ("cannot read the sales", json!(["no such file"])),
        ("the callback panicked: on the reactor", json!([])),
        ("the callback panicked: after an await", json!([])),
        ("the callback panicked: on the pool", json!([])),
    ];
    for (output, (message, chain)) in FAILING.into_iter().zip(expected) {
        let expected = json!({"error": {"message": message, "output": output, "chain": chain}});
        assert_eq!(fail(&router, output).await, expected);
    }
}

#[tokio::test]
async fn after_failures_callbacks_are_answered_as_before() {
    let router = router();
    for _ in 0..20 {
        for output in FAILING {
            fail(&router, output).await;
        }
    }
    let greet = call("out.children", &[("name.value", json!("Bo"))], &[]);
    assert_eq!(post(&router, greet.to_string()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn in_debug_an_answer_says_how_long_the_server_took() {
    let timing = |debug| async move {
        let router = server().config(Config { debug, ..config() }).into_router().expect("starts");
        let greet = call("out.children", &[("name.value", json!("Bo"))], &[]);
        let reply = post(&router, greet.to_string()).await;
        reply.header("server-timing").map(str::to_owned)
    };
    let took = timing(true).await.expect("a time");
    let milliseconds = took.strip_prefix("__dash_server;dur=").expect("Dash's name");
    assert!(
        milliseconds.parse::<f64>().is_ok_and(|took| (0.0..10_000.0).contains(&took)),
        "{took}"
    );
    assert_eq!(timing(false).await, None);
}

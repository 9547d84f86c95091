//! Ten thousand mutations of valid requests: what is refused reaches no callback, and nothing fails.

mod app;
#[path = "../common/socket.rs"]
mod common;
#[path = "../common/http.rs"]
mod http;
mod mutate;
mod socket;

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;

use dash::axum::Router;
use serde::de::IgnoredAny;
use serde_json::Value;

use self::app::{ALONE, APP, CALLS, recorded};
use self::http::{config, post};
use self::mutate::{CLASSES, Draws};

const MUTATIONS: usize = 10_000;
const SEED: u64 = 0x00da_5ba5_eba1_1000;

/// What came of the mutations of one class.
#[derive(Debug, Default)]
struct Tally {
    mutations: usize,
    json: usize,
    accepted: usize,
    by_status: BTreeMap<u16, usize>,
}

#[tokio::test]
async fn what_is_refused_reaches_no_callback_and_nothing_fails() {
    let _counts_alone = ALONE.lock().await;
    let router = dash::serve(&APP).config(config()).into_router().expect("starts");
    let mut draws = Draws(SEED);
    let mut tallies: Vec<Tally> = CLASSES.iter().map(|_| Tally::default()).collect();
    let recorded = recorded();
    for number in 0..MUTATIONS {
        let class = number % CLASSES.len();
        let original = &recorded[draws.below(recorded.len())];
        let body = mutation(&mut draws, class, original);
        send(&router, &mut tallies[class], original, body).await;
    }
    report(&tallies);
    let json: usize = tallies.iter().map(|tally| tally.json).sum();
    assert!(json * 10 >= MUTATIONS * 7, "only {json} of {MUTATIONS} were JSON");
    assert!(tallies.iter().all(|tally| tally.accepted < tally.mutations));
}

/// A body of that class that is not the original.
fn mutation(draws: &mut Draws, class: usize, original: &Value) -> Vec<u8> {
    loop {
        let body = CLASSES[class].1(draws, original);
        if body != original.to_string().as_bytes() {
            return body;
        }
    }
}

async fn send(router: &Router, tally: &mut Tally, original: &Value, body: Vec<u8>) {
    let before = CALLS.load(Ordering::SeqCst);
    let reply = post(router, body.clone()).await;
    let calls = CALLS.load(Ordering::SeqCst) - before;
    let text = String::from_utf8_lossy(&body);
    let accepted = reply.status.is_success();
    assert!(accepted || reply.status.is_client_error(), "{}: {text}", reply.status);
    assert_eq!(calls, usize::from(accepted), "calls of user code for {}: {text}", reply.status);
    let json = std::str::from_utf8(&body)
        .is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok());
    if accepted {
        assert!(json, "accepted: {text}");
        check_shape(&body, original);
    } else {
        assert!(reply.json()["error"]["message"].is_string(), "{text}");
    }
    tally.mutations += 1;
    tally.json += usize::from(json);
    tally.accepted += usize::from(accepted);
    *tally.by_status.entry(reply.status.as_u16()).or_default() += 1;
}

/// What is accepted has the shape of the original, unless it is too deep to be looked at here.
#[track_caller]
fn check_shape(body: &[u8], original: &Value) {
    if let Ok(request) = serde_json::from_slice::<Value>(body) {
        assert_eq!(shape(&request), shape(original), "accepted: {request}");
    }
}

/// What of a request a callback declares: the names of all it is wired to, in order.
fn shape(request: &Value) -> Vec<Value> {
    let name = |prop: &Value| serde_json::json!([prop["id"], prop["property"]]);
    let names = |props: &Value| match props {
        Value::Array(props) => props.iter().map(name).collect(),
        Value::Null => Value::Array(Vec::new()),
        one => name(one),
    };
    let mut shape = vec![request["output"].clone()];
    shape.extend(["outputs", "inputs", "state"].map(|key| names(&request[key])));
    shape
}

fn report(tallies: &[Tally]) {
    println!("{:<18} {:>9} {:>6} {:>8}  by status", "class", "mutations", "JSON", "accepted");
    for ((name, _), tally) in CLASSES.iter().zip(tallies) {
        let Tally { mutations, json, accepted, by_status } = tally;
        println!("{name:<18} {mutations:>9} {json:>6} {accepted:>8}  {by_status:?}");
    }
}

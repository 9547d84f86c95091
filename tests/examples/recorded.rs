//! What a browser asked of an example, recorded, and what it was answered: the example still answers so.
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::running::Running;

/// A file of `tests/fixtures/examples`.
#[derive(Deserialize)]
struct Recording {
    dependencies: Value,
    exchanges: Vec<Exchange>,
}

#[derive(Deserialize)]
struct Exchange {
    request: Value,
    status: u16,
    response: Value,
}

fn recording(example: &str) -> Recording {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/examples");
    let text = fs::read_to_string(folder.join(example).with_extension("json"));
    serde_json::from_str(&text.expect("there is a recording")).expect("it is a recording")
}

#[track_caller]
fn check(example: &str) {
    let (running, recording) = (Running::start_released(example), recording(example));
    let (_, dependencies) = running.get("/_dash-dependencies");
    assert_eq!(json(&dependencies), recording.dependencies, "{example}");
    for Exchange { request, status, response } in recording.exchanges {
        let (found, body) = running.post("/_dash-update-component", &request.to_string());
        assert!(found.starts_with(&format!("HTTP/1.1 {status} ")), "{request}: {found} {body}");
        assert_eq!(json(&body), response, "{request}");
    }
}

/// An empty body is null.
fn json(text: &str) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        serde_json::from_str(text).expect("an answer in JSON")
    }
}

#[test]
fn a_click_that_ends_a_job_is_answered_twice() {
    check("background");
}

#[test]
fn a_client_callback_leaves_the_other_to_the_server() {
    check("client");
}

#[test]
fn rows_are_added_counted_and_taken_away() {
    check("matching");
}

#[test]
fn pages_are_followed_and_their_callbacks_called() {
    check("pages");
}

#[test]
fn a_chart_is_appended_to() {
    check("patch");
}

#[test]
fn a_note_is_saved_beside_the_outputs() {
    check("save");
}

#[test]
fn a_stream_that_is_paused_gives_nothing() {
    check("stream");
}

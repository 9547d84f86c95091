//! What callbacks write to the log: one span each, errors, and never the value of a prop.
use std::fmt::{Debug, Write};
use std::sync::{Arc, LazyLock, Mutex};

use serde_json::{Value, json};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::{DefaultGuard, set_default};
use tracing::{Dispatch, Event, Metadata, Subscriber};

use crate::common::{call, post, router};

/// Everything that is logged, a line each.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<String>>);

/// While only one is registered, `tracing` asks the default of whichever thread comes by a callsite
/// first whether anybody is interested, and keeps a no for all threads: tests beside this one have none.
static ANOTHER: LazyLock<Dispatch> = LazyLock::new(|| Dispatch::new(Log::default()));

impl Log {
    /// What this thread logs while the guard lives.
    pub(crate) fn listen() -> (Self, DefaultGuard) {
        LazyLock::force(&ANOTHER);
        let log = Self::default();
        let guard = set_default(log.clone());
        (log, guard)
    }

    fn write(&self, what: &str, metadata: Option<&Metadata<'_>>, values: impl FnOnce(&mut Values)) {
        let mut line = Values(what.to_owned());
        if let Some(metadata) = metadata {
            let _ = write!(line.0, " {} {}", metadata.level(), metadata.target());
        }
        values(&mut line);
        self.0.lock().expect("no panic").push_str(&(line.0 + "\n"));
    }

    pub(crate) fn lines(&self, start: &str) -> Vec<String> {
        let text = self.0.lock().expect("no panic");
        text.lines().filter(|line| line.starts_with(start)).map(str::to_owned).collect()
    }
}

struct Values(String);

impl Visit for Values {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, " {}={value:?}", field.name());
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        matches!(metadata.target(), "dash::callback" | "dash::jobs")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.write("span", Some(span.metadata()), |line| span.record(line));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        self.write("record", None, |line| values.record(line));
    }

    fn event(&self, event: &Event<'_>) {
        self.write("event", Some(event.metadata()), |line| event.record(line));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// What is logged while these callbacks are called: output, input, value.
async fn log(calls: &[(&str, &str, Value)]) -> Log {
    let (log, _guard) = Log::listen();
    let router = router();
    for (output, input, value) in calls {
        let request = call(output, &[(input, value.clone())], &[]);
        post(&router, request.to_string()).await;
    }
    log
}

#[tokio::test]
async fn a_call_is_one_span_with_its_output_its_triggers_and_where_its_time_went() {
    let log = log(&[("out.children", "name.value", json!("secret"))]).await;
    let span = "span DEBUG dash::callback output=\"out.children\" triggered=[\"name.value\"]";
    assert_eq!(log.lines("span"), [span]);
    let records = log.lines("record");
    let records: Vec<_> = records.iter().filter_map(|line| line.split_once('=')).collect();
    let names: Vec<_> = records.iter().map(|(name, _)| name.replace("record ", "")).collect();
    assert_eq!(names, ["queue_ms", "user_ms", "encode_ms", "bytes"]);
    for (name, number) in &records {
        assert!(number.parse::<f64>().is_ok_and(|number| number < 60_000.0), "{name} {number}");
    }
    let body = r#"{"multi":true,"response":{"out":{"children":"Hello, secret"}}}"#;
    assert_eq!(records[3].1, body.len().to_string());
    assert_eq!(log.lines("event"), [""; 0]);
}

#[tokio::test]
async fn a_failure_is_an_error_with_its_cause() {
    let log = log(&[
        ("fails.children", "go.n_clicks", json!(1)),
        ("panics.children", "go.n_clicks", json!(1)),
    ])
    .await;
    let events = log.lines("event");
    assert_eq!(events.len(), 2, "{events:?}");
    for (event, (output, error)) in events.iter().zip([
        ("fails.children", "cannot read the sales"),
        ("panics.children", "the callback panicked: on the reactor"),
    ]) {
        assert!(event.starts_with("event ERROR dash::callback"), "{event}");
        assert!(event.contains(&format!("output=\"{output}\"")), "{event}");
        assert!(event.contains(error), "{event}");
    }
}

#[tokio::test]
async fn a_refused_request_is_a_debug_event() {
    let log = log(&[("nothere.children", "go.n_clicks", json!(1))]).await;
    let events = log.lines("event");
    assert_eq!(events.len(), 1, "{events:?}");
    assert!(events[0].starts_with("event DEBUG dash::callback"), "{events:?}");
    assert!(events[0].contains("output=\"nothere.children\" status=404"), "{events:?}");
}

#[tokio::test]
async fn the_value_of_a_prop_is_never_logged() {
    let log = log(&[
        ("out.children", "name.value", json!("secret")),
        ("out.children", "name.value", json!(48_151_623)),
        ("fails.children", "go.n_clicks", json!(48_151_623)),
        ("fails.children", "go.n_clicks", json!("secret")),
        ("prevented.children", "go.n_clicks", json!(48_151_623)),
    ])
    .await;
    let all = log.lines("");
    let leaks = |line: &&String| line.contains("secret") || line.contains("48151623");
    assert_eq!(all.iter().find(leaks), None);
    assert_eq!(log.lines("span").len(), 5);
}

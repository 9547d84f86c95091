//! Where the time of a run goes, as its span has it: waiting for a turn, the user's code, writing the answer.
use std::future::Future;
use std::time::Instant;

use tracing::Span;

/// Notes in a span that something has taken the time since then.
pub(crate) fn note(span: &Span, what: &'static str, since: Instant) {
    span.record(what, since.elapsed().as_secs_f64() * 1e3);
}

/// Does the user's work, which has waited for its turn `since` then.
pub(super) fn timed<T>(span: &Span, since: Instant, work: impl FnOnce() -> T) -> T {
    if span.is_disabled() {
        return work();
    }
    note(span, "queue_ms", since);
    let started = Instant::now();
    let done = work();
    note(span, "user_ms", started);
    done
}

/// Awaits the user's work, which has waited for its turn `since` then.
pub(super) async fn timed_async<T>(span: Span, since: Instant, work: impl Future<Output = T>) -> T {
    note(&span, "queue_ms", since);
    let started = Instant::now();
    let done = work.await;
    note(&span, "user_ms", started);
    done
}

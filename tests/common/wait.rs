//! Waiting for what another thread or task does: with an end, so that what never comes is a failure.
use std::time::{Duration, Instant};

/// Longer than anything here may take.
pub(crate) const LONG: Duration = Duration::from_secs(20);

/// Waits until it is so.
#[track_caller]
pub(crate) fn until(is_so: impl Fn() -> bool) -> impl Future<Output = ()> {
    let caller = std::panic::Location::caller();
    async move {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < LONG, "what {caller} waits for never is so");
            tokio::task::yield_now().await;
        }
    }
}

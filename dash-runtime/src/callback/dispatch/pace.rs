//! How long a callback has been seen to take, and what follows from it for a plain `fn`.
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// From here on a plain `fn` keeps others waiting, and is moved to the blocking pool.
const LONG: Duration = Duration::from_millis(1);

/// The part of the way that one call moves the estimate.
const WEIGHT: u64 = 4;

/// A moving estimate of a callback's time, in nanoseconds.
#[derive(Debug, Default)]
pub(crate) struct Pace(AtomicU64);

impl Pace {
    /// Whether the callback takes long.
    pub(crate) fn is_long(&self) -> bool {
        u128::from(self.0.load(Ordering::Relaxed)) >= LONG.as_nanos()
    }

    /// Does `work`, and takes its time into account.
    pub(crate) fn time<T>(&self, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let value = work();
        self.record(started.elapsed());
        value
    }

    /// Of two calls at the same time one may be lost, which does no harm.
    fn record(&self, elapsed: Duration) {
        let elapsed = u64::try_from(elapsed.as_nanos()).unwrap_or(u64::MAX);
        let estimate = self.0.load(Ordering::Relaxed);
        self.0.store(estimate - estimate / WEIGHT + elapsed / WEIGHT, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(calls: &[u64], is_long: bool) {
        let pace = Pace::default();
        for &micros in calls {
            pace.record(Duration::from_micros(micros));
        }
        assert_eq!(pace.is_long(), is_long, "{calls:?} µs");
    }

    #[test]
    fn a_callback_is_long_after_one_very_long_or_a_few_long_calls() {
        check(&[], false);
        check(&[10; 100], false);
        check(&[900; 100], false);
        check(&[3_000], false);
        check(&[3_000, 3_000], true);
        check(&[500_000], true);
    }

    #[test]
    fn a_callback_that_has_become_quick_is_not_long() {
        let slow_start = [50_000];
        check(&[&slow_start[..], &[10; 8]].concat(), true);
        check(&[&slow_start[..], &[10; 12]].concat(), false);
    }
}

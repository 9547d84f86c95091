//! The time of a test, which stands still until the test moves it, and the timers that follow it. Pure.
use std::collections::HashMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value};

use super::tree::Tree;

/// How often an `Interval` ticks that does not say.
const DEFAULT_PERIOD: Duration = Duration::from_secs(1);

/// The time, and when each `Interval` ticks next.
#[derive(Debug)]
pub(super) struct Clock {
    started: SystemTime,
    now: Duration,
    timers: HashMap<String, Timer>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Timer {
    /// The component's mark: another component starts its timer anew.
    mark: u64,
    period: Duration,
    due: Duration,
}

impl Clock {
    pub(super) fn new() -> Self {
        Self { started: SystemTime::now(), now: Duration::ZERO, timers: HashMap::new() }
    }

    pub(super) const fn now(&self) -> Duration {
        self.now
    }

    /// Milliseconds since 1970.
    pub(super) fn timestamp(&self) -> u64 {
        let since = (self.started + self.now).duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    }

    /// Moves on to the next tick up to `end`, or to `end`; gives the timers that tick.
    pub(super) fn next(&mut self, tree: &Tree, end: Duration) -> Vec<String> {
        self.follow(tree);
        let due = self.timers.values().map(|timer| timer.due).min().filter(|due| *due <= end);
        self.now = due.unwrap_or(end);
        let mut ticking: Vec<String> = Vec::new();
        for place in tree.ids().places() {
            let id = place.id.to_string();
            if let Some(timer) = self.timers.get_mut(&id).filter(|timer| Some(timer.due) == due) {
                timer.due += timer.period;
                ticking.push(id);
            }
        }
        ticking
    }

    /// Starts and stops timers as the layout has them.
    fn follow(&mut self, tree: &Tree) {
        let before = std::mem::take(&mut self.timers);
        for place in tree.ids().places() {
            let id = place.id.to_string();
            let Some(period) = tree.component(&id).and_then(period) else { continue };
            let fresh = Timer { mark: place.mark, period, due: self.now + period };
            let known =
                before.get(&id).filter(|own| (own.mark, own.period) == (place.mark, period));
            self.timers.insert(id, known.copied().unwrap_or(fresh));
        }
    }
}

/// The count of an `Interval` after its next tick.
pub(super) fn ticks(props: &Map<String, Value>) -> u64 {
    props.get("n_intervals").and_then(Value::as_u64).unwrap_or_default() + 1
}

/// How often an `Interval` ticks; nothing if it does not, or is none.
fn period(component: &Map<String, Value>) -> Option<Duration> {
    let is_interval = component.get("type")?.as_str() == Some("Interval");
    let props = component.get("props")?.as_object()?;
    let most = props.get("max_intervals").and_then(Value::as_i64).unwrap_or(-1);
    let is_over = u64::try_from(most).is_ok_and(|most| ticks(props) > most);
    let is_disabled = props.get("disabled").and_then(Value::as_bool) == Some(true);
    if !is_interval || is_over || is_disabled {
        return None;
    }
    let seconds = props.get("interval").and_then(Value::as_f64).map(|ms| ms / 1000.0);
    let period =
        seconds.map_or(Some(DEFAULT_PERIOD), |own| Duration::try_from_secs_f64(own).ok())?;
    (!period.is_zero()).then_some(period)
}

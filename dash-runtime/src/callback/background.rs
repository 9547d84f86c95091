//! What `#[callback]` says of a callback that runs in the background: constants; what runs it is in `jobs`.
use std::time::Duration;

use dash_components::{Dependency, PropValue};

/// How a callback runs in the background. Source: `background=True` and what goes with it.
#[derive(Debug, Clone, Copy)]
pub struct Background {
    /// How often the page asks after it, in milliseconds.
    pub interval: u32,
    /// The props that show how far it is.
    pub progress: &'static [Dependency],
    /// What those are when it has ended; none, or one for each.
    pub progress_default: &'static [fn() -> PropValue],
    /// The props whose changes end it.
    pub cancel: &'static [Dependency],
    /// How often it runs again after it has failed.
    pub retries: u32,
    /// For how long its answer is given again to who asks the same.
    pub cache: Option<Cache>,
}

impl Background {
    /// A callback with the word `background` alone.
    pub const DEFAULT: Self = Self {
        interval: 1000,
        progress: &[],
        progress_default: &[],
        cancel: &[],
        retries: 0,
        cache: None,
    };
}

/// How long an answer is kept, and what it depends on. Source: `expire`, `cache_args_to_ignore`.
#[derive(Debug, Clone, Copy)]
pub struct Cache {
    /// For how long.
    pub expire: Duration,
    /// The inputs and states that make no difference.
    pub ignore: &'static [Dependency],
}

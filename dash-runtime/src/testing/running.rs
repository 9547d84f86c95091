//! A call under way, and who waits for it.
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use http::HeaderMap;
use serde_json::Value;

use super::answer::Said;
use super::job::Job;

/// What a test waits for, each with all before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Waits {
    /// Callbacks that are called and answer.
    Calls,
    /// Callbacks in the background.
    Jobs,
    /// Streams, and what tasks of the server set by themselves.
    Anything,
}

/// What comes of a call, with the headers that go with it.
pub(super) type Underway = Pin<Box<dyn Future<Output = (Said, HeaderMap)> + Send>>;

/// A call under way. Dropped, nobody reads its answer; a stream ends.
pub(super) struct Running {
    pub(super) job: Job,
    pub(super) body: Value,
    pub(super) call: Underway,
    /// How the page asks after it, if it is in the background.
    pub(super) query: Option<String>,
    pub(super) is_stream: bool,
}

impl Running {
    /// Who waits for it.
    pub(super) const fn awaited(&self) -> Waits {
        match self {
            Self { is_stream: true, .. } => Waits::Anything,
            Self { query: Some(_), .. } => Waits::Jobs,
            Self { .. } => Waits::Calls,
        }
    }
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running").field("job", &self.job).finish_non_exhaustive()
    }
}

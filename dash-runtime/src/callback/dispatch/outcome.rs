//! What can come of a call, panics included.
use std::any::Any;
use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use super::{Refusal, Streaming, Template};
use crate::OutputValues;
use crate::callback::side_update::SideUpdate;

/// What came of a call.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// The callback gave values, and set props beside its outputs; the frame of the answer, where the
    /// request fixes it.
    Values(OutputValues, Vec<SideUpdate>, Option<Arc<Template>>),
    /// It gives values until its stream ends.
    Stream(Box<Streaming>),
    /// It asked that nothing be updated.
    Nothing,
    /// The user's fn was not called.
    Refused(Refusal),
    /// It failed.
    Failed(Failure),
}

/// How a callback failed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Error(Box<dyn Error + Send + Sync>),
    #[error("the callback panicked: {0}")]
    Panic(String),
    #[error("it took longer than the {0:?} of `callback_timeout`")]
    TimedOut(Duration),
    #[error("a value it gave cannot be written as JSON: {0}")]
    Unwritable(serde_json::Error),
    #[error(
        "it set `{prop}`, but no view of the app has the id `{id}`; put the view that has it into the layout, or list it in `also: [..]`"
    )]
    UnknownId { prop: String, id: String },
    #[error(
        "it set `{prop}`, but `{id}` is a family of ids; say which of them is meant with `.of({id} {{ .. }})`"
    )]
    Family { prop: String, id: String },
    #[error("it gave {found} values for `{output}`, of which the page has {expected}")]
    Misfit { output: String, found: usize, expected: usize },
}

impl Failure {
    /// The error that says it: the user's own, where there is one.
    pub(super) fn shown(&self) -> &(dyn Error + 'static) {
        match self {
            Self::Error(error) => &**error,
            own => own,
        }
    }
}

/// Calls `code`; a panic in it is a failure of this call alone.
///
/// What the code was given is dropped with it, so nobody sees it half changed.
pub(super) fn caught<T>(code: impl FnOnce() -> T) -> Result<T, Failure> {
    guarded(code).map_err(Failure::Panic)
}

/// Calls `code`; gives the message if it panics.
pub(crate) fn guarded<T>(code: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(code)).map_err(|payload| text(&*payload))
}

fn text(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("no message").into()
}

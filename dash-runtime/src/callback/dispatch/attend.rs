//! What happens to a running callback when nobody waits for its answer any more.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::runtime::Handle;

use super::Outcome;
use super::outcome::caught;
use super::run::Run;
use crate::{CallbackError, OutputValues};

type Work = Pin<Box<dyn Future<Output = Result<OutputValues, CallbackError>> + Send>>;

/// A callback under way. Dropped half-way, it goes on as a task of its own unless it is to be cancelled.
pub(super) struct Attended {
    work: Option<Work>,
    run: Option<Run>,
    cancel: bool,
}

impl Attended {
    pub(super) fn new(work: Work, run: Run, cancel: bool) -> Self {
        Self { work: Some(work), run: Some(run), cancel }
    }
}

impl Future for Attended {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Outcome> {
        let Self { work, run, .. } = &mut *self;
        let (Some(future), Some(run)) = (work.as_mut(), run) else { return Poll::Pending };
        let polled = run.span.in_scope(|| caught(|| future.as_mut().poll(cx)));
        let result = match polled {
            Ok(poll) => Ok(ready!(poll)),
            Err(panic) => Err(panic),
        };
        let outcome = run.conclude(result);
        *work = None;
        Poll::Ready(outcome)
    }
}

impl Drop for Attended {
    fn drop(&mut self) {
        let (Some(work), Some(run)) = (self.work.take(), self.run.take()) else { return };
        if self.cancel {
            return;
        }
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn(Self::new(work, run, true));
        }
    }
}

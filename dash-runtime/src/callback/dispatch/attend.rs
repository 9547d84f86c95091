//! What happens to a running callback when nobody waits for its answer any more.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::{Sleep, sleep};

use super::outcome::caught;
use super::run::Run;
use super::{Failure, Outcome};
use crate::{CallbackError, OutputValues};

/// A callback that runs, wherever it does.
pub(super) type Work = Pin<Box<dyn Future<Output = Result<OutputValues, CallbackError>> + Send>>;

/// A callback under way. Dropped half-way, it goes on as a task of its own unless it is to be cancelled.
pub(super) struct Attended {
    work: Option<Work>,
    run: Option<Run>,
    cancel: bool,
    limit: Option<Limit>,
}

/// When the time of a callback is over, and how long it was.
type Limit = (Pin<Box<Sleep>>, Duration);

impl Attended {
    pub(super) fn new(work: Work, run: Run, cancel: bool, limit: Option<Duration>) -> Self {
        let limit = limit.map(|limit| (Box::pin(sleep(limit)), limit));
        Self { work: Some(work), run: Some(run), cancel, limit }
    }

    /// How long it had, if that is over.
    fn expired(&mut self, cx: &mut Context<'_>) -> Option<Duration> {
        let (over, limit) = self.limit.as_mut()?;
        over.as_mut().poll(cx).is_ready().then_some(*limit)
    }
}

impl Future for Attended {
    type Output = Outcome;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Outcome> {
        let Self { work, run, .. } = &mut *self;
        let (Some(future), Some(run)) = (work.as_mut(), run) else { return Poll::Pending };
        let polled = run.span.in_scope(|| caught(|| future.as_mut().poll(cx)));
        let outcome = match polled {
            Ok(Poll::Ready(result)) => run.conclude(Ok(result)),
            Ok(Poll::Pending) => {
                let Some(limit) = self.expired(cx) else { return Poll::Pending };
                let Some(run) = &self.run else { return Poll::Pending };
                run.context.abandon();
                run.conclude(Err(Failure::TimedOut(limit)))
            }
            Err(panic) => run.conclude(Err(panic)),
        };
        self.work = None;
        Poll::Ready(outcome)
    }
}

impl Drop for Attended {
    fn drop(&mut self) {
        let (Some(work), Some(run)) = (self.work.take(), self.run.take()) else { return };
        run.context.abandon();
        if self.cancel {
            return;
        }
        if let Ok(runtime) = Handle::try_current() {
            let limit = self.limit.take();
            runtime.spawn(Self { work: Some(work), run: Some(run), cancel: true, limit });
        }
    }
}

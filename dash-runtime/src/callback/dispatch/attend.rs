//! What happens to a running callback when nobody waits for its answer any more.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::runtime::Handle;
use tokio::task::{JoinError, JoinHandle};

use super::outcome::caught;
use super::{Outcome, Run};
use crate::{CallbackError, Outputs};

type Work = Pin<Box<dyn Future<Output = Result<Outputs, CallbackError>> + Send>>;

/// An `async fn` under way. Dropped half-way, it goes on as a task of its own unless it is to be cancelled.
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
        let (outcome, _) = run.conclude(result);
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

/// A plain `fn` on the blocking pool. Dropped before it has begun, it never begins if it is to be cancelled.
pub(super) struct Queued<T> {
    handle: JoinHandle<T>,
    cancel: bool,
}

impl<T: Send + 'static> Queued<T> {
    pub(super) fn new(work: impl FnOnce() -> T + Send + 'static, cancel: bool) -> Self {
        Self { handle: tokio::task::spawn_blocking(work), cancel }
    }
}

impl<T> Future for Queued<T> {
    type Output = Result<T, JoinError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.handle).poll(cx)
    }
}

impl<T> Drop for Queued<T> {
    fn drop(&mut self) {
        if self.cancel {
            self.handle.abort();
        }
    }
}

//! A callback whose values come one after the other. Dropped, it ends: nobody else reads it.
use std::fmt;
use std::future::poll_fn;
use std::task::{Context, Poll, ready};

use super::outcome::caught;
use super::run::Run;
use super::{Failure, Outcome};
use crate::{CallbackError, Items, Opening, OutputValues};

/// A stream that is being read.
pub(crate) struct Streaming {
    state: State,
    run: Run,
}

enum State {
    Opening(Opening),
    Open(Items),
    Ended,
}

type Item = Result<Result<OutputValues, CallbackError>, Failure>;

impl Streaming {
    pub(super) fn new(opening: Opening, run: Run) -> Self {
        Self { state: State::Opening(opening), run }
    }

    /// What comes next; after a failure nothing does.
    pub(crate) async fn next(&mut self) -> Option<Outcome> {
        let item = poll_fn(|cx| self.poll(cx)).await?;
        // A handler may have made values of it.
        let has_failed = matches!(item, Err(_) | Ok(Err(CallbackError::Failed(_))));
        let outcome = self.run.conclude(item);
        if has_failed || matches!(outcome, Outcome::Failed(_)) {
            self.state = State::Ended;
        }
        Some(outcome)
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Item>> {
        loop {
            let opened = match &mut self.state {
                State::Opening(opening) => ready!(self.run.polled(|| opening.as_mut().poll(cx))),
                State::Open(items) => {
                    let item = ready!(self.run.polled(|| items.as_mut().poll_next(cx)));
                    return Poll::Ready(item.transpose());
                }
                State::Ended => return Poll::Ready(None),
            };
            match opened {
                Ok(Ok(items)) => self.state = State::Open(items),
                Ok(Err(error)) => return self.end(Ok(Err(error))),
                Err(panic) => return self.end(Err(panic)),
            }
        }
    }

    fn end(&mut self, item: Item) -> Poll<Option<Item>> {
        self.state = State::Ended;
        Poll::Ready(Some(item))
    }
}

impl Run {
    /// Polls user code; a panic in it is a failure of this call alone.
    fn polled<T>(&self, poll: impl FnOnce() -> Poll<T>) -> Poll<Result<T, Failure>> {
        match self.span.in_scope(|| caught(poll)) {
            Ok(polled) => polled.map(Ok),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    }
}

impl Drop for Streaming {
    fn drop(&mut self) {
        self.run.context.abandon();
    }
}

impl fmt::Debug for Streaming {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streaming").field("run", &self.run).finish_non_exhaustive()
    }
}

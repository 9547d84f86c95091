//! Bodies: a request's read up to a limit, an answer's sent in pieces without joining them.
use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, timeout_at};

use crate::callback::dispatch::{self, Refusal};

/// In how much time one byte of a body has to come, beside the time for the first ones.
const PACE: Duration = Duration::from_millis(1);

/// Reads a request's body; one that came in one piece is not copied. `patience` is how long the client
/// may take, if it may not take for ever.
pub(super) async fn read(
    mut body: Body,
    limit: usize,
    patience: Duration,
) -> Result<Bytes, Refusal> {
    let fits = |size: usize| if size > limit { Err(Refusal::TooLarge { limit }) } else { Ok(()) };
    fits(usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX))?;
    let mut clock = Clock { patience, until: None };
    let first = clock.next(&mut body, 0).await?.unwrap_or_default();
    fits(first.len())?;
    if body.is_end_stream() {
        return Ok(first);
    }
    let mut whole = Vec::from(first);
    while let Some(piece) = clock.next(&mut body, whole.len()).await? {
        fits(whole.len() + piece.len())?;
        whole.extend_from_slice(&piece);
    }
    Ok(whole.into())
}

/// How long a client may take; looked at only where it lets the server wait.
struct Clock {
    patience: Duration,
    until: Option<Instant>,
}

impl Clock {
    /// The next piece of a body, of which so much has come.
    async fn next(&mut self, body: &mut Body, come: usize) -> Result<Option<Bytes>, Refusal> {
        let piece = |cx: &mut Context<'_>| Pin::new(&mut *body).poll_frame(cx);
        let frame = self.within(piece, come).await.ok_or(Refusal::Slow)?;
        let frame = frame.transpose().map_err(|_| Refusal::Incomplete)?;
        Ok(frame.map(|frame| frame.into_data().unwrap_or_default()))
    }

    async fn within<T>(
        &mut self,
        mut step: impl FnMut(&mut Context<'_>) -> Poll<T>,
        come: usize,
    ) -> Option<T> {
        let at_once = poll_fn(|cx| match step(cx) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => Poll::Ready(None),
        });
        if let Some(done) = at_once.await {
            return Some(done);
        }
        if self.patience.is_zero() {
            return Some(poll_fn(step).await);
        }
        let until = *self.until.get_or_insert_with(|| Instant::now() + self.patience);
        let earned = PACE * u32::try_from(come).unwrap_or(u32::MAX);
        timeout_at(until + earned, poll_fn(step)).await.ok()
    }
}

/// An answer's body.
pub(super) fn send(body: dispatch::Body) -> Body {
    if body.before.is_empty() {
        return Body::from(body.last);
    }
    let pieces = body.before.into_iter().chain([body.last]).map(Bytes::from).collect();
    Body::new(Pieces(pieces))
}

/// Bytes that are sent one after the other; their length is known.
struct Pieces(VecDeque<Bytes>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.iter().map(|piece| piece.len() as u64).sum())
    }
}

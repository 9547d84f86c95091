//! Bodies: a request's read up to a limit, an answer's sent in pieces without joining them.
use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};

use crate::callback::dispatch::{self, Refusal};

/// Reads a request's body; one that came in one piece is not copied.
pub(super) async fn read(mut body: Body, limit: usize) -> Result<Bytes, Refusal> {
    let fits = |size: usize| if size > limit { Err(Refusal::TooLarge { limit }) } else { Ok(()) };
    fits(usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX))?;
    let first = next(&mut body).await?.unwrap_or_default();
    fits(first.len())?;
    if body.is_end_stream() {
        return Ok(first);
    }
    let mut whole = Vec::from(first);
    while let Some(piece) = next(&mut body).await? {
        fits(whole.len() + piece.len())?;
        whole.extend_from_slice(&piece);
    }
    Ok(whole.into())
}

async fn next(body: &mut Body) -> Result<Option<Bytes>, Refusal> {
    let frame = poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await;
    let frame = frame.transpose().map_err(|_| Refusal::Incomplete)?;
    Ok(frame.map(|frame| frame.into_data().unwrap_or_default()))
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

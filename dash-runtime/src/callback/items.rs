//! The items of a callback's stream, on their way to values of its outputs.
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

/// A stream whose items are changed one by one.
pub(super) struct Each<S, F> {
    items: Pin<Box<S>>,
    change: F,
}

impl<S, F> Each<S, F> {
    pub(super) fn new(items: S, change: F) -> Self {
        Self { items: Box::pin(items), change }
    }
}

/// The fn is never pinned, and the stream is on its own.
impl<S, F> Unpin for Each<S, F> {}

impl<S: Stream, T, F: FnMut(S::Item) -> T> Stream for Each<S, F> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let item = self.items.as_mut().poll_next(cx);
        item.map(|item| item.map(|item| (self.change)(item)))
    }
}

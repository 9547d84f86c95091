//! What becomes of the items of a stream: they are set on the page as they come, or the last is the answer.
use std::future::Future;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::callback::dispatch::{Failure, Outcome, Streaming, Template};
use crate::callback::side_update::{Push, SideUpdate, keep};

/// A client that cannot be reached later waits so long for a stream to end; then it gets what there is.
const PATIENCE: Duration = Duration::from_secs(10);

/// Sets each item on the page, until the stream ends, fails, or the page is gone.
pub(super) async fn pushed<R: Future<Output = ()>>(
    mut stream: Box<Streaming>,
    template: &Template,
    push: &Push,
    room: impl Fn() -> R,
) -> Outcome {
    loop {
        room().await;
        let (values, sides, own) = match stream.next().await {
            None => return Outcome::Nothing,
            Some(Outcome::Values(values, sides, own)) => (values, sides, own),
            Some(Outcome::Nothing) => continue,
            Some(ended) => return ended,
        };
        let updates = own.as_deref().unwrap_or(template).updates(values);
        for update in sides.into_iter().chain(updates) {
            if let Err(refused) = push(update) {
                return ended_by(&refused);
            }
        }
    }
}

fn ended_by(refused: &SideUpdate) -> Outcome {
    match refused.fault() {
        Some(error) => Outcome::Failed(Failure::Unwritable(error)),
        None => Outcome::Nothing,
    }
}

/// Waits until the stream ends, or long enough: the last value of each output, and what was set beside.
pub(super) async fn latest(mut stream: Box<Streaming>) -> Outcome {
    let mut last = Outcome::Nothing;
    let end = Instant::now() + PATIENCE;
    loop {
        let next = timeout_at(end, stream.next()).await;
        let next = match next {
            Ok(next) => next,
            // Nothing has come yet, and something is better.
            Err(_) if matches!(last, Outcome::Nothing) => stream.next().await,
            Err(_) => return last,
        };
        last = match (last, next) {
            (last, None) => return last,
            (last, Some(Outcome::Nothing)) => last,
            (Outcome::Values(old, mut kept, template), Some(Outcome::Values(new, sides, _))) => {
                for side in sides {
                    keep(&mut kept, side);
                }
                let values = new.into_iter().zip(old).map(|(new, old)| new.or(old));
                Outcome::Values(values.collect(), kept, template)
            }
            (_, Some(Outcome::Values(values, sides, template))) => {
                Outcome::Values(values, sides, template)
            }
            (_, Some(ended)) => return ended,
        };
    }
}

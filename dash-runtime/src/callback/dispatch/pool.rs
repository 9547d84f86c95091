//! Where plain fns run: on the reactor or on the blocking pool, and how many compute there at once.
use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread::available_parallelism;

use tokio::sync::Semaphore;

use crate::{CallbackError, OutputValues};

/// Where a plain fn runs this time.
#[derive(Debug)]
pub(super) enum Place {
    /// Where its request is read.
    Reactor,
    /// On the blocking pool, when its turn has come.
    Pool { turns: Option<Arc<Semaphore>> },
}

/// Turns for callbacks that were moved to the pool because they take long.
///
/// They are taken to compute: more of them at once than the machine has processors for cost time
/// and memory, and bring nothing. A few more than that, for those that also wait for something.
pub(super) fn turns() -> Semaphore {
    let processors = available_parallelism().map_or(1, usize::from);
    Semaphore::new((2 * processors).max(4))
}

/// Runs `work` on the pool, after its turn has come where there are turns. A panic in it is passed on.
pub(super) async fn pooled(
    turns: Option<Arc<Semaphore>>,
    work: impl FnOnce() -> Result<OutputValues, CallbackError> + Send + 'static,
) -> Result<OutputValues, CallbackError> {
    let _turn = match &turns {
        Some(turns) => turns.acquire().await.ok(),
        None => None,
    };
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(stopped) => Err(stopped.into()),
        },
    }
}

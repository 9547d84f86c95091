//! How a callback in the background shows how far it is.
use std::fmt;
use std::sync::Arc;

use dash_components::PropValue;

use crate::Context;

/// Shows how far a callback in the background is: a value for each prop of its `progress(..)`.
///
/// With several props `T` is a tuple, in their order; what a value may be is what it may be for an
/// output. The page asks for the latest values from time to time, see `interval`. Source: the
/// argument `set_progress` of a background callback.
///
/// # Examples
///
/// ```
/// use dash_runtime::SetProgress;
///
/// fn count(rounds: u32, progress: SetProgress<(u32, u32)>) -> u32 {
///     for round in 1..=rounds {
///         progress.set((round, rounds));
///     }
///     rounds
/// }
///
/// let (sender, shown) = std::sync::mpsc::channel();
/// assert_eq!(count(2, SetProgress::new(move |value| sender.send(value).unwrap())), 2);
/// assert_eq!(shown.try_iter().collect::<Vec<_>>(), [(1, 2), (2, 2)]);
/// ```
pub struct SetProgress<T>(Arc<dyn Fn(T) + Send + Sync>);

impl<T> SetProgress<T> {
    /// Gives each value to `show`, for calling a callback in a unit test.
    pub fn new(show: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self(Arc::new(show))
    }

    /// Shows the value.
    pub fn set(&self, value: T) {
        (self.0)(value);
    }
}

impl<T> Clone for SetProgress<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> fmt::Debug for SetProgress<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetProgress").finish_non_exhaustive()
    }
}

/// What a callback takes whose values `write` makes those of its props.
pub fn set_progress<T: 'static>(
    context: &Context,
    write: fn(T) -> Vec<PropValue>,
) -> SetProgress<T> {
    let job = context.job.clone();
    SetProgress::new(move |value| {
        if let Some(job) = &job {
            job.set_progress(write(value));
        }
    })
}

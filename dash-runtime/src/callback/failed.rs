//! A callback that has failed, as the handlers of an app see it.
use std::error::Error;
use std::fmt;

use super::{CallbackError, OutputValues};
use crate::Context;

/// A callback that has failed, as a handler of errors sees it: with an error, a panic, by taking
/// longer than it may, or by what it gave or set. Displays what went wrong.
///
/// Source: the argument of `on_error`.
///
/// # Examples
///
/// ```
/// # use dash_runtime::FailedCallback;
/// fn describe(failed: &FailedCallback<'_>) -> String {
///     match failed.error().downcast_ref::<std::io::Error>() {
///         Some(_) => "the file cannot be read".to_owned(),
///         None => format!("{} failed: {failed}", failed.name()),
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy)]
pub struct FailedCallback<'a> {
    name: &'static str,
    error: &'a (dyn Error + 'static),
}

impl<'a> FailedCallback<'a> {
    #[cfg(feature = "server")]
    pub(super) fn new(name: &'static str, error: &'a (dyn Error + 'static)) -> Self {
        Self { name, error }
    }

    /// The name of the callback's fn.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What the callback failed with, to be told apart by `downcast_ref`; what the runtime found
    /// wrong, such as a panic, is an error of its own, which says so.
    pub fn error(&self) -> &'a (dyn Error + 'static) {
        self.error
    }
}

impl fmt::Display for FailedCallback<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.error, f)
    }
}

/// A fn that gives the value `T` of a callback that has failed, as `on_error = ..` names it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot handle the errors of this callback",
    label = "expected a `fn(&FailedCallback<'_>, &Context) -> {T}`",
    note = "it returns what the callback returns, less its `Result`; an `async fn` is none"
)]
pub trait ErrorHandler<T, Taken> {
    /// Calls the fn.
    fn handle(self, failed: &FailedCallback<'_>, context: &Context) -> T;
}

#[diagnostic::do_not_recommend]
impl<T, F: for<'a> Fn(&'a FailedCallback<'a>, &'a Context) -> T> ErrorHandler<T, Context> for F {
    fn handle(self, failed: &FailedCallback<'_>, context: &Context) -> T {
        self(failed, context)
    }
}

/// Nothing has it: where the impl above were alone, rustc would speak of its `Fn`, not of the handler.
#[derive(Debug)]
pub enum Nothing {}

#[diagnostic::do_not_recommend]
impl<T, F: Fn(Nothing) -> T> ErrorHandler<T, Nothing> for F {
    fn handle(self, _: &FailedCallback<'_>, _: &Context) -> T {
        unreachable!("no fn is called with nothing")
    }
}

/// Gives the values of a callback that has failed, as `on_error = ..` has it.
pub type OnError = fn(&FailedCallback<'_>, &Context) -> Result<OutputValues, CallbackError>;

#[cfg(feature = "server")]
pub(crate) use self::everywhere::Handler;

#[cfg(feature = "server")]
mod everywhere {
    use std::fmt;
    use std::sync::Arc;

    use super::FailedCallback;
    use crate::Context;

    /// What handles the failures of all callbacks that have no handler of their own.
    #[derive(Clone)]
    pub(crate) struct Handler(Arc<dyn Fn(&FailedCallback<'_>, &Context) + Send + Sync>);

    impl Handler {
        pub(crate) fn new(
            handler: impl Fn(&FailedCallback<'_>, &Context) + Send + Sync + 'static,
        ) -> Self {
            Self(Arc::new(handler))
        }

        pub(crate) fn call(&self, failed: &FailedCallback<'_>, context: &Context) {
            (self.0)(failed, context);
        }
    }

    impl fmt::Debug for Handler {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Handler")
        }
    }
}

//! The definition of a callback, as `#[callback]` writes it: constants, and one fn pointer.
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

use dash_components::__private::key;
use dash_components::{Dependency, PropValue};
use futures_core::Stream;

use super::background::Background;
use super::glue::{Args, Rejection};
use super::items::Each;
use super::{OnError, PreventUpdate};
use crate::{Context, Requirement};

/// A callback: what it is wired to, and how it is called.
#[derive(Debug, Clone, Copy)]
pub struct CallbackDef {
    /// The name of the user's fn.
    pub name: &'static str,
    /// The module of the user's fn.
    pub module: &'static str,
    /// The props it writes, in the order of the values it returns.
    pub outputs: &'static [Dependency],
    /// The props whose changes call it.
    pub inputs: &'static [Dependency],
    /// The props it reads without being called by them.
    pub states: &'static [Dependency],
    /// What the browser runs in place of the fn, if it does.
    pub client: Option<Client>,
    /// What it sets while it runs.
    pub running: &'static [Running],
    /// Gives its values where it has failed.
    pub on_error: Option<OnError>,
    /// How it runs in the background, if it does.
    pub background: Option<Background>,
    /// Where programs call it with JSON, if they can.
    pub endpoint: Option<Endpoint>,
    /// The words of its attribute.
    pub options: CallbackOptions,
    /// What its extractors need of the server.
    pub requires: &'static [fn() -> Option<Requirement>],
    /// Decodes the arguments; the job it returns calls the user's fn.
    #[doc(hidden)]
    pub prepare: fn(&mut Args<'_>, &Context) -> Result<Job, Rejection>,
}

impl CallbackDef {
    /// Tells it from the other callbacks, where its outputs do not.
    #[must_use]
    pub fn key(&self) -> u64 {
        key(&format!("{}::{}", self.module, self.name))
    }

    /// The props that show how far it is, if it runs in the background.
    pub(crate) const fn progress(&self) -> &'static [Dependency] {
        match &self.background {
            Some(background) => background.progress,
            None => &[],
        }
    }

    /// The props whose changes end it, if it runs in the background.
    pub(crate) const fn cancel(&self) -> &'static [Dependency] {
        match &self.background {
            Some(background) => background.cancel,
            None => &[],
        }
    }
}

/// Where programs call a callback. Source: `api_endpoint` of a callback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
    /// The path below the prefix, which starts with a slash.
    pub path: &'static str,
    /// What they call the inputs and states, in order.
    pub parameters: &'static [&'static str],
}

/// A prop that has one value while a callback runs, and another when it has ended in any way.
/// Source: `running` of a callback.
#[derive(Debug, Clone, Copy)]
pub struct Running {
    /// The prop.
    pub prop: Dependency,
    /// Its value while the callback runs.
    pub on: fn() -> PropValue,
    /// Its value afterwards.
    pub off: fn() -> PropValue,
}

/// A callback that the browser runs. Source: `clientside_callback`, `ClientsideFunction`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Client {
    /// A JavaScript function.
    Source(&'static str),
    /// A function of a script of the page's own.
    Function {
        /// Its object in `window.dash_clientside`.
        namespace: &'static str,
        /// Its name there.
        name: &'static str,
    },
}

/// The words of a `#[callback]` attribute that are not wiring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word, there or not")]
pub struct CallbackOptions {
    /// `circular`: a prop may be both an input and an output.
    pub circular: bool,
    /// `prevent_initial_call`: not called when the page loads.
    pub prevent_initial_call: bool,
    /// `blocking` or `inline`: where a plain `fn` runs.
    pub placement: Placement,
    /// `cancel`: dropped when nobody waits for its answer any more.
    pub cancel: bool,
    /// `websocket`: called over a socket. So is what gives a stream.
    pub websocket: bool,
    /// It returns a stream: its outputs get values until that ends.
    pub stream: bool,
}

/// Where a plain `fn` runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Placement {
    /// On the reactor until it has been seen to take long, about a millisecond; then on the blocking
    /// pool, where no more such fns run at once than twice the machine's processors, or four.
    #[default]
    Measured,
    /// `blocking`: always on the blocking pool, as many at once as are called. For a fn that waits
    /// for a database, a network or a file.
    Blocking,
    /// `inline`: always on the reactor, however long it takes.
    Inline,
}

/// A callback ready to run, its arguments decoded.
pub enum Job {
    /// A plain `fn`.
    Sync(Box<dyn FnOnce() -> Result<OutputValues, CallbackError> + Send>),
    /// An `async fn`.
    Async(Pin<Box<dyn Future<Output = Result<OutputValues, CallbackError>> + Send>>),
    /// A fn that returns a stream.
    Stream(Opening),
}

/// What opens a stream of values.
pub type Opening = Pin<Box<dyn Future<Output = Result<Items, CallbackError>> + Send>>;

/// Values that come one after the other.
pub type Items = Pin<Box<dyn Stream<Item = Result<OutputValues, CallbackError>> + Send>>;

impl Job {
    /// A plain `fn` that is called.
    #[doc(hidden)]
    pub fn now(
        call: impl FnOnce() -> Result<OutputValues, CallbackError> + Send + 'static,
    ) -> Self {
        Self::Sync(Box::new(call))
    }

    /// A fn that is called for a stream, whose items become values by `each`.
    #[doc(hidden)]
    pub fn stream<S: Stream + Send + 'static>(
        open: impl Future<Output = Result<S, CallbackError>> + Send + 'static,
        each: impl FnMut(S::Item) -> Result<OutputValues, CallbackError> + Send + 'static,
    ) -> Self {
        Self::Stream(Box::pin(async move { Ok(Box::pin(Each::new(open.await?, each)) as Items) }))
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sync(_) => "Job::Sync",
            Self::Async(_) => "Job::Async",
            Self::Stream(_) => "Job::Stream",
        })
    }
}

/// The values a callback gave, one for each output, in order; `None` leaves that output alone.
pub type OutputValues = Vec<Option<PropValue>>;

/// Why a callback gave no values.
#[derive(Debug)]
pub enum CallbackError {
    /// It asked that nothing be updated.
    PreventUpdate,
    /// It failed.
    Failed(Box<dyn Error + Send + Sync>),
}

impl<E: Into<Box<dyn Error + Send + Sync>>> From<E> for CallbackError {
    fn from(error: E) -> Self {
        let error = error.into();
        if error.is::<PreventUpdate>() { Self::PreventUpdate } else { Self::Failed(error) }
    }
}

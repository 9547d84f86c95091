//! Callbacks, the graph that the compiler checks, dispatch and the server; no component lives here.

mod app;
mod callback;
mod context;
mod graph;
mod wire;

pub use app::App;
pub use callback::{
    CallbackDef, CallbackError, CallbackOptions, Job, NoUpdate, Outputs, Placement, PreventUpdate,
    Update,
};
pub use context::{Context, Data, FromContext, Requirement};

/// What generated code needs; not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use crate::app::{App, BROKEN_APP};
    pub use crate::callback::glue::{Args, BROKEN_CALLBACK, Rejection, extract, failed, from, to};
    pub use crate::callback::{CallbackDef, CallbackOptions, Job, NoUpdate, Placement, Update};
    pub use crate::context::FromContext;
    pub use crate::graph::{Clause, Graph, ListedIn, Message, Order, Plan, Sizes, Slot, Wire};
}

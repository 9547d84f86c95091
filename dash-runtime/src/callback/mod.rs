//! Callbacks: their definitions, what they may return, and the code between a request's values and the user's fn.

mod background;
mod def;
#[cfg(feature = "server")]
pub(crate) mod dispatch;
pub(crate) mod failed;
pub(crate) mod given;
pub(crate) mod glue;
mod grouped;
mod items;
mod patch;
pub(crate) mod side_update;
mod update;
mod wired;

pub use background::{Background, Cache};
pub use def::{
    CallbackDef, CallbackError, CallbackOptions, Client, Endpoint, Items, Job, Opening,
    OutputValues, Placement, Running,
};
pub use failed::{ErrorHandler, FailedCallback, OnError};
pub use given::WiredProp;
pub use glue::IntoCallbackError;
pub use grouped::{GroupParameter, Inputs, IntoGroup, Outputs};
pub use patch::{IntoPath, Key, ListProp, NumberProp, Patch, Place};
pub use update::{IntoListOutput, IntoOutput, NoUpdate, PreventUpdate, Update};
pub use wired::{Gives, GivesAll, Holds, Takes, TakesAll};

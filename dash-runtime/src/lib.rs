//! Callbacks, the graph that the compiler checks, dispatch and the server; no component lives here.

mod app;
mod callback;
mod callback_graph;
mod caller;
#[cfg(feature = "server")]
mod config;
mod context;
mod cookie;
#[cfg(all(feature = "server", any(test, fuzzing)))]
#[doc(hidden)]
pub mod decoders;
#[cfg(feature = "server")]
mod error;
mod graph;
mod jobs;
mod layout;
mod page;
#[cfg(feature = "server")]
mod server;
#[cfg(feature = "testing")]
pub mod testing;
mod wire;

pub use app::App;
pub use callback::{
    Background, Cache, CallbackDef, CallbackError, CallbackOptions, Client, Endpoint,
    FailedCallback, GroupParameter, Inputs, IntoCallbackError, IntoGroup, IntoListOutput,
    IntoOutput, IntoPath, Items, Job, Key, ListProp, NoUpdate, NumberProp, OnError, Opening,
    OutputValues, Outputs, Patch, Place, Placement, PreventUpdate, Running, Update, WiredProp,
};
pub use callback_graph::{CallbackGraph, WiredCallback, WiredComponent, WiredPage};
#[cfg(feature = "server")]
pub use config::{Config, Csp, DevTools, External, MetaTag, RateLimit, SecurityHeaders};
pub use context::{Context, Data, FromContext, Requirement};
pub use cookie::{Cookie, SameSite};
#[cfg(feature = "server")]
pub use error::{Error, Result};
#[doc(no_inline)]
pub use futures_core::Stream;
#[doc(no_inline)]
pub use http;
pub use jobs::SetProgress;
#[cfg(feature = "sqlite")]
pub use jobs::SqliteStore;
#[cfg(feature = "server")]
pub use jobs::{
    Claim, ClaimedJob, JobAnswer, JobResult, JobStore, JobUpdate, MemoryStore, NewJob, StoreError,
    Stored,
};
pub use page::{PathParameter, QueryParameter};
#[cfg(feature = "server")]
pub use server::{OpenPages, PageError, PageHandle, Server, Suite, axum, serve};

/// What rustc names when it refuses a wiring: here, because it shows the path.
#[doc(hidden)]
pub use {
    callback::{ErrorHandler, Gives, GivesAll, Holds, Takes, TakesAll},
    graph::{CallbackGroup, InputsListedIn, ListedIn, OutputsListedIn},
    layout::{LayoutFn, LayoutOf},
    page::{PageFn, PageOf},
};

/// What generated code needs; not part of the public API.
#[doc(hidden)]
pub mod __private {
    pub use crate::app::{App, BROKEN_APP};
    pub use crate::callback::glue::{
        Args, BROKEN_CALLBACK, Rejection, Values, in_browser, outputs,
    };
    pub use crate::callback::{
        Background, Cache, CallbackDef, CallbackOptions, Client, Endpoint, ErrorHandler,
        FailedCallback, Inputs, IntoCallbackError, Job, NoUpdate, OutputValues, Outputs, Placement,
        Running, Update,
    };
    pub use crate::callback::{Gives, GivesAll, Holds, Takes, TakesAll};
    pub use crate::context::{Context, FromContext};
    pub use crate::graph::{
        CallbackGroup, Faults, Graph, InputsListedIn, ListedIn, Message, Order, OutputsListedIn,
        Plan, Planned, Sizes, Slot, count, has_duplicate, join, part_of, wires,
    };
    pub use crate::jobs::set_progress;
    pub use crate::layout::{Building, Built, IntoLayout, Layout, LayoutFn, LayoutOf, PerLoad};
    pub use crate::page::{
        IntoPage, NoPage, PageBuilding, PageBuilt, PageDef, PageFn, PageOf, PageParameters,
        PageView, Parameters, PathParameter, QueryParameter,
    };
}

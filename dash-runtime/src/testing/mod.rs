//! Tests of apps without a browser: the graph as it is, callbacks called as the server calls them.

mod answer;
mod app;
mod background;
mod begin;
mod body;
mod browser;
mod calls;
mod clock;
mod drive;
mod engine;
mod error;
mod footprint;
mod graph;
mod headers;
mod ids;
mod index;
mod job;
mod load;
mod location;
mod look;
mod matching;
pub(crate) mod patch;
mod persistence;
mod requests;
mod run;
mod running;
mod schedule;
mod setup;
mod similar;
mod slots;
mod spec;
mod stand_in;
mod store;
#[cfg(test)]
mod tests;
mod tree;
mod value;

pub use self::app::TestApp;
pub use self::calls::Call;
pub use self::error::{CallbackFailure, Error};
pub use self::setup::Setup;
pub use self::stand_in::BrowserFn;
#[doc(no_inline)]
pub use dash_components::{Clicks, Shown};

/// What a test returns: `?` works on whatever goes wrong in it.
pub type Result<T = (), E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

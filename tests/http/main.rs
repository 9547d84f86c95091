//! The server over HTTP: requests go straight into the router, and a few over a real port.

mod background;
mod bad_input;
mod callbacks;
mod client;
#[path = "../common/mod.rs"]
mod common;
mod context;
mod endpoint;
mod events;
mod failures;
mod files;
mod foreign;
mod forms;
mod given;
mod grouped;
mod ids;
mod jobs;
mod layout_fn;
mod log;
mod mounting;
mod on_error;
mod page;
mod pages;
mod patch;
mod patterns;
mod placement;
mod policy;
mod refusals;
mod resume;
mod security;
mod set_props;
mod settings;
mod sockets;
mod stalled;
mod start;
mod streams;
#[cfg(feature = "front-end")]
mod suites;
mod timeouts;

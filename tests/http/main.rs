//! The server over HTTP: requests go straight into the router, and a few over a real port.

mod callbacks;
#[path = "../common/mod.rs"]
mod common;
mod page;
mod refusals;

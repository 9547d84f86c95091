//! What the tests share: requests into a router, and an app with one callback of each kind.

pub(crate) mod app;
mod http;
pub(crate) mod socket;
pub(crate) mod wait;

use dash::axum::Router;
use dash::{Server, serve};

pub(crate) use self::http::*;

/// The app with one callback of each kind.
pub(crate) fn server() -> Server {
    serve(&app::APP).data(app::Greeting("Hi")).config(config())
}

pub(crate) fn router() -> Router {
    server().into_router().expect("the server starts")
}

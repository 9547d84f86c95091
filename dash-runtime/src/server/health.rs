//! `GET` of `health_endpoint` and `ready_endpoint`: whether the server answers at all, and whether it
//! takes new clients. No rate limit holds for who looks after it.
use std::sync::Arc;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use super::{Shared, Site};
use crate::Config;

/// Adds the paths that the settings name.
pub(super) fn routes(router: Router<Arc<Shared>>, config: &Config) -> Router<Arc<Shared>> {
    let at = |path: &str| format!("{}{path}", config.routes_pathname_prefix);
    let router = match &config.health_endpoint {
        Some(path) => router.route(&at(path), get(async || "OK")),
        None => router,
    };
    match &config.ready_endpoint {
        Some(path) => router.route(&at(path), get(ready)),
        None => router,
    }
}

async fn ready(State(shared): Site) -> (StatusCode, &'static str) {
    if shared.is_ending.load(Ordering::Acquire) {
        (StatusCode::SERVICE_UNAVAILABLE, "the server shuts down")
    } else {
        (StatusCode::OK, "OK")
    }
}

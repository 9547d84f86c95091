//! Puts the headers of the settings on answers; what an answer has of its own, it keeps.
use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use tower::util::MapResponseLayer;

use crate::SecurityHeaders;

/// The routes so far, with the headers on their answers.
pub(super) fn on<S: Clone + Send + Sync + 'static>(
    router: Router<S>,
    headers: &SecurityHeaders,
) -> Router<S> {
    // What the settings hold has been checked.
    let one = |(name, value): &(String, String)| Some((name.parse().ok()?, value.parse().ok()?));
    let headers: Arc<[(HeaderName, HeaderValue)]> =
        headers.headers.iter().filter_map(one).collect();
    router.layer(MapResponseLayer::new(move |mut response: Response| {
        for (name, value) in &*headers {
            response.headers_mut().entry(name).or_insert_with(|| value.clone());
        }
        response
    }))
}

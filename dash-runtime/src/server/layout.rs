//! `GET _dash-layout`: the component tree as JSON.
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use dash_components::Node;

use super::Site;
use super::fixed::Fixed;
use crate::{Error, Result};

pub(super) async fn layout(State(shared): Site, headers: HeaderMap) -> Response {
    shared.layout.answer(&headers)
}

/// The layout as the page receives it.
pub(super) fn json(layout: &Node) -> Result<String> {
    serde_json::to_string(layout).map_err(Error::Layout)
}

/// JSON that stays the same for as long as the server runs.
pub(super) fn fixed(json: String) -> Fixed {
    Fixed::new("application/json", json)
}

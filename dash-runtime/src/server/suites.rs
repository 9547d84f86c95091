//! `GET _dash-component-suites/<package>/<path>`: the front end that is built into the program.
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::front_end;

/// The package under which the front end's files are found.
pub(super) const PACKAGE: &str = "dash_js";

pub(super) async fn suite(
    Path((package, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let file = (package == PACKAGE).then(|| front_end::file(&path)).flatten();
    file.map_or_else(|| StatusCode::NOT_FOUND.into_response(), |file| file.answer(&headers))
}

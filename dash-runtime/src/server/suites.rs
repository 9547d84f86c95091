//! `GET _dash-component-suites/<package>/<path>`: the front end that is built into the program.
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::encoding::gunzip;
use super::front_end;

/// The package under which the front end's files are found.
pub(super) const PACKAGE: &str = "dash_js";

pub(super) async fn suite(
    Path((package, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let file = (package == PACKAGE).then(|| front_end::file(&path)).flatten();
    let Some(mut file) = file else { return StatusCode::NOT_FOUND.into_response() };
    // Unpacking a chart library takes so long that it would keep others waiting.
    if let Some(packed) = file.only_packed(&headers) {
        let unpacked = tokio::task::spawn_blocking(move || gunzip(&packed)).await;
        file.plain = unpacked.unwrap_or_default().into();
    }
    file.answer(&headers)
}

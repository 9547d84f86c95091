//! `GET _dash-component-suites/<package>/<path>`: the built-in front end, and suites made by others.
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::encoding::gunzip;
use super::{Site, front_end};

/// The package under which the front end's files are found.
pub(super) const PACKAGE: &str = "dash_js";

pub(super) async fn suite(
    State(shared): Site,
    Path((package, path)): Path<(String, String)>,
    request: Request,
) -> Response {
    if package == PACKAGE {
        built_in(&path, request.headers()).await
    } else {
        shared.suites.answer(&package, &path, request).await
    }
}

async fn built_in(path: &str, headers: &HeaderMap) -> Response {
    let Some(mut file) = front_end::file(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // Unpacking a chart library takes so long that it would keep others waiting.
    if let Some(packed) = file.only_packed(headers) {
        let unpacked = tokio::task::spawn_blocking(move || gunzip(&packed)).await;
        file.plain = unpacked.unwrap_or_default().into();
    }
    file.answer(headers)
}

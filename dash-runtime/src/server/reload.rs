//! `GET _reload-hash`: by a new hash the page learns that the server was started anew.
use std::hash::{BuildHasher, RandomState};

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use serde_json::json;

use super::fixed::Fixed;
use super::{Site, front_end, layout};

pub(super) async fn reload_hash(State(shared): Site, headers: HeaderMap) -> Response {
    shared.reload_hash.answer(&headers)
}

/// The answer of this start. The front end's build stands among the packages:
/// a page with another one is to be loaded whole, not only its layout.
pub(super) fn fixed() -> Fixed {
    let random = || RandomState::new().hash_one(std::process::id());
    let hash = format!("{:016x}{:016x}", random(), random());
    let packages = ["dash".to_owned(), format!("dash_js {}", front_end::BUILD)];
    layout::fixed(
        json!({"reloadHash": hash, "hard": false, "packages": packages, "files": []}).to_string(),
    )
}

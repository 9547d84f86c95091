//! `GET _favicon.ico`: our icon, for apps whose assets have none.
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;

use super::fixed::Fixed;

pub(super) async fn favicon(headers: HeaderMap) -> Response {
    let icon = Fixed {
        content_type: "image/x-icon",
        cache_control: "public, max-age=86400",
        plain: Bytes::from_static(include_bytes!("favicon.ico")),
        ..Fixed::default()
    };
    icon.answer(&headers)
}

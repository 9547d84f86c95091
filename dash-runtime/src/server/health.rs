//! `GET <health_endpoint>`: says that the server answers at all.

pub(super) async fn health() -> &'static str {
    "OK"
}

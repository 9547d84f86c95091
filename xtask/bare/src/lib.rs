//! What the hand-written handlers share: the JSON that goes in and out, and the server.
use axum::Router;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use axum::response::Html;
use axum::routing::{MethodRouter, get};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde::{Deserialize, Serialize};

/// A callback with one input.
#[derive(Debug, Deserialize)]
pub struct Request<T> {
    /// The only one.
    pub inputs: [Input<T>; 1],
}

/// An input of a callback.
#[derive(Debug, Deserialize)]
pub struct Input<T> {
    /// What it holds; absent where the page has no value.
    pub value: Option<T>,
}

/// What goes back.
#[derive(Debug, Serialize)]
pub struct Answer<T> {
    /// Always true.
    pub multi: bool,
    /// `{id: {prop: value}}`
    pub response: T,
}

/// The props of a graph.
#[derive(Debug, Serialize)]
pub struct Graph<T> {
    /// The only one.
    pub figure: T,
}

/// A typed array of Plotly.
#[derive(Debug, Serialize)]
#[serde(tag = "dtype", rename = "f8")]
pub struct Column {
    bdata: String,
}

impl Column {
    /// The numbers in base64.
    pub fn new(values: &[f64]) -> Self {
        let mut bytes = Vec::with_capacity(8 * values.len());
        for value in values {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
        Self { bdata: BASE64_STANDARD.encode(bytes) }
    }
}

/// Serves a page and its `/_dash-update-component` on the port that `PORT` names, and `/plotly.js` from
/// the file that `PLOTLY` names, which is compressed with Brotli.
///
/// # Errors
///
/// `PORT` is no free port.
pub async fn serve(page: &'static str, update: MethodRouter) -> std::io::Result<()> {
    let port = std::env::var("PORT").map_err(std::io::Error::other)?;
    let port: u16 = port.parse().map_err(std::io::Error::other)?;
    let library = std::env::var("PLOTLY").map_or(Ok(Vec::new()), std::fs::read)?;
    let head = [(CONTENT_TYPE, "text/javascript"), (CONTENT_ENCODING, "br")];
    let router = Router::new()
        .route("/", get(async move || Html(page)))
        .route("/plotly.js", get(async move || (head, library)))
        .route("/_dash-update-component", update);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    axum::serve(listener, router).await
}

//! What the three hand-written handlers share: the JSON that goes in and out, and the server.
use axum::Router;
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

/// Serves `/_dash-update-component` on the port that `PORT` names.
///
/// # Errors
///
/// `PORT` is no free port.
pub async fn serve(update: axum::routing::MethodRouter) -> std::io::Result<()> {
    let port = std::env::var("PORT").map_err(std::io::Error::other)?;
    let port: u16 = port.parse().map_err(std::io::Error::other)?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    axum::serve(listener, Router::new().route("/_dash-update-component", update)).await
}

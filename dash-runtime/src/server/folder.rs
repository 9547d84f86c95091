//! A folder whose files are served: nothing outside it, and what is worth it compressed once.
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, Bytes, to_bytes};
use axum::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, ETAG, RANGE, VARY};
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use tokio::task::spawn_blocking;
use tower::ServiceExt;
use tower_http::services::ServeDir;
use tower_http::services::fs::{Backend, DefaultServeDirFallback, TokioBackend, TokioFile};

use super::encoding::{accepts, gzip};

/// A folder, with the compressed files that have been asked for.
#[derive(Debug)]
pub(super) struct Folder {
    files: ServeDir<DefaultServeDirFallback, Inside>,
    packed: Mutex<HashMap<String, Packed>>,
}

/// A compressed file, and the state of the file that it was made of.
#[derive(Debug)]
struct Packed {
    etag: HeaderValue,
    bytes: Bytes,
}

/// Larger files are not worth the memory.
const LARGEST: usize = 32 * 1024 * 1024;

/// Smaller ones are not worth the work.
const SMALLEST: u64 = 1024;

impl Folder {
    pub(super) fn new(folder: &Path) -> Self {
        let inside = Inside { folder: folder.to_owned() };
        let files = ServeDir::with_backend(folder, inside).append_index_html_on_directories(false);
        Self { files, packed: Mutex::default() }
    }

    /// The file at the path of a request: with its date and tag, in ranges, or as not modified.
    pub(super) async fn answer(&self, request: Request<Body>) -> Response {
        let path = request.uri().path().to_owned();
        let pack = is_packed(&path, request.method(), request.headers());
        // A folder that cannot be read answers as well: its error is a response.
        let Ok(answer) = self.files.clone().oneshot(request).await;
        let mut answer = answer.map(Body::new);
        if is_text(&path) {
            answer.headers_mut().append(VARY, HeaderValue::from_static("accept-encoding"));
        }
        if pack && answer.status() == StatusCode::OK {
            self.packed(&path, answer).await
        } else {
            answer
        }
    }

    /// The answer with the compressed file, from memory if it has been asked for before.
    async fn packed(&self, path: &str, answer: Response) -> Response {
        let length = answer.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok());
        let length = length.and_then(|length| length.parse::<u64>().ok()).unwrap_or_default();
        let Some(etag) = answer.headers().get(ETAG).cloned() else { return answer };
        if length < SMALLEST || length > LARGEST as u64 {
            return answer;
        }
        let (mut parts, body) = answer.into_parts();
        let bytes = match self.known(path, &etag) {
            Some(bytes) => bytes,
            None => match compressed(body).await {
                Ok(bytes) => {
                    let packed = Packed { etag: etag.clone(), bytes: bytes.clone() };
                    self.lock().insert(path.to_owned(), packed);
                    bytes
                }
                Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            },
        };
        parts.headers.remove(CONTENT_LENGTH);
        parts.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        if let Some(weak) = weak(&etag) {
            parts.headers.insert(ETAG, weak);
        }
        Response::from_parts(parts, bytes.into())
    }

    fn known(&self, path: &str, etag: &HeaderValue) -> Option<Bytes> {
        let packed = self.lock();
        packed.get(path).filter(|packed| packed.etag == *etag).map(|packed| packed.bytes.clone())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Packed>> {
        self.packed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn compressed(body: Body) -> io::Result<Bytes> {
    let plain = to_bytes(body, LARGEST).await.map_err(io::Error::other)?;
    Ok(spawn_blocking(move || gzip([&plain[..]], Compression::default())).await?.into())
}

/// The same file in another coding: alike, but not byte by byte.
fn weak(etag: &HeaderValue) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("W/{}", etag.to_str().ok()?)).ok()
}

/// Whether the client gets a compressed file. One file has one such path: each takes memory.
fn is_packed(path: &str, method: &Method, headers: &HeaderMap) -> bool {
    let is_plain = !path.contains(['%', '\\']) && !path.contains("//") && !path.contains("/.");
    let is_whole = *method == Method::GET && !headers.contains_key(RANGE);
    is_plain && is_whole && is_text(path) && accepts(headers, "gzip")
}

/// Whether files of this kind become smaller.
fn is_text(path: &str) -> bool {
    const KINDS: [&str; 10] =
        ["js", "mjs", "css", "map", "json", "svg", "wasm", "txt", "html", "csv"];
    path.rsplit_once('.').is_some_and(|(_, kind)| KINDS.contains(&kind))
}

/// Files that really lie in a folder: a link that leads out of it leads nowhere.
#[derive(Debug, Clone)]
struct Inside {
    folder: PathBuf,
}

impl Inside {
    fn find(&self, path: PathBuf) -> impl Future<Output = io::Result<PathBuf>> + use<> {
        let folder = self.folder.clone();
        async move {
            spawn_blocking(move || {
                let found = path.canonicalize()?;
                let is_inside = found.starts_with(folder.canonicalize()?);
                if is_inside { Ok(found) } else { Err(io::ErrorKind::NotFound.into()) }
            })
            .await?
        }
    }
}

type Opening<T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send>>;

impl Backend for Inside {
    type File = TokioFile;
    type Metadata = std::fs::Metadata;
    type OpenFuture = Opening<TokioFile>;
    type MetadataFuture = Opening<std::fs::Metadata>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        let found = self.find(path);
        Box::pin(async move { TokioBackend.open(found.await?).await })
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let found = self.find(path);
        Box::pin(async move { TokioBackend.metadata(found.await?).await })
    }
}

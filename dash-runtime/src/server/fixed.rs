//! A body that never changes, compressed once and then only handed out.
use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::Response;
use flate2::Compression;

use super::encoding::{accepts, gzip};

/// For what another start of the server may answer otherwise.
pub(super) const NO_CACHE: &str = "no-cache";

/// For what is another file under another name as soon as it changes.
pub(super) const FOREVER: &str = "public, max-age=31536000, immutable";

/// Below this size compression saves no packet.
const WORTHWHILE: usize = 1024;

/// A body that never changes, in the codings worth having.
#[derive(Debug, Clone, Default)]
pub(super) struct Fixed {
    pub(super) content_type: &'static str,
    pub(super) cache_control: &'static str,
    /// Empty where a large body is kept in its codings alone.
    pub(super) plain: Bytes,
    pub(super) br: Option<Bytes>,
    pub(super) gzip: Option<Bytes>,
}

impl Fixed {
    /// A body, compressed here and now if it is large enough.
    pub(super) fn new(content_type: &'static str, plain: impl Into<Bytes>) -> Self {
        let plain = plain.into();
        let gzip = (plain.len() >= WORTHWHILE)
            .then(|| Bytes::from(gzip([&plain[..]], Compression::default())));
        Self { content_type, cache_control: NO_CACHE, plain, br: None, gzip }
    }

    /// A body for one answer: compressed only where the client takes that, and fast.
    pub(super) fn once(
        content_type: &'static str,
        plain: impl Into<Bytes>,
        headers: &HeaderMap,
    ) -> Self {
        let plain = plain.into();
        let gzip = (plain.len() >= WORTHWHILE && accepts(headers, "gzip"))
            .then(|| Bytes::from(gzip([&plain[..]], Compression::fast())));
        Self { content_type, cache_control: NO_CACHE, plain, br: None, gzip }
    }

    /// The answer for a client with these request headers.
    pub(super) fn answer(&self, headers: &HeaderMap) -> Response {
        let (bytes, coding) = self.choose(headers);
        let mut response = Response::new(Body::from(bytes));
        let mut set = |name: HeaderName, value| {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        };
        set(CONTENT_TYPE, self.content_type);
        set(CACHE_CONTROL, self.cache_control);
        if self.br.is_some() || self.gzip.is_some() {
            set(VARY, "accept-encoding");
        }
        if let Some(coding) = coding {
            set(CONTENT_ENCODING, coding);
        }
        response
    }

    /// The gzip coding of a body that is kept in codings only, for a client that takes none of them.
    pub(super) fn only_packed(&self, headers: &HeaderMap) -> Option<Bytes> {
        let (bytes, _) = self.choose(headers);
        bytes.is_empty().then(|| self.gzip.clone()).flatten()
    }

    fn choose(&self, headers: &HeaderMap) -> (Bytes, Option<&'static str>) {
        match (&self.br, &self.gzip) {
            (Some(br), _) if accepts(headers, "br") => (br.clone(), Some("br")),
            (_, Some(gzip)) if accepts(headers, "gzip") => (gzip.clone(), Some("gzip")),
            _ => (self.plain.clone(), None),
        }
    }
}

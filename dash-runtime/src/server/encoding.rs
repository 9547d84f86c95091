//! Content codings: which a client accepts, and how bytes are put into one.
use std::io::{Read, Write};

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// Whether the client accepts a content coding, by its name.
pub(super) fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    let values = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding));
        named && !parts.any(is_zero)
    })
}

/// The request of a client that accepts no coding.
pub(super) fn plainly(mut request: Request) -> Request {
    request.headers_mut().remove(ACCEPT_ENCODING);
    request
}

/// `q=0`, in any spelling.
fn is_zero(parameter: &str) -> bool {
    let quality = parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q="));
    quality.and_then(|value| value.parse::<f32>().ok()).is_some_and(|value| value <= 0.0)
}

/// The pieces as one gzip stream.
pub(super) fn gzip<'a>(pieces: impl IntoIterator<Item = &'a [u8]>, level: Compression) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    for piece in pieces {
        // Writing into memory does not fail.
        let _ = encoder.write_all(piece);
    }
    encoder.finish().unwrap_or_default()
}

/// What a gzip stream of ours holds.
pub(super) fn gunzip(stream: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    // Our own streams are whole, and reading from memory does not fail.
    let _ = GzDecoder::new(stream).read_to_end(&mut plain);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_holds_what_was_put_in() {
        let pieces = [&b"one "[..], b"two"];
        assert_eq!(gunzip(&gzip(pieces, Compression::fast())), b"one two");
    }

    #[track_caller]
    fn check(header: &str, coding: &str, expected: bool) {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_ENCODING, header.parse().expect("a header value"));
        assert_eq!(accepts(&headers, coding), expected, "{coding} in {header:?}");
    }

    #[test]
    fn a_coding_is_accepted_where_it_is_named_with_a_quality_above_zero() {
        check("gzip, deflate, br, zstd", "gzip", true);
        check("gzip, deflate, br, zstd", "br", true);
        check("gzip, deflate", "br", false);
        check("GZIP;q=0.5", "gzip", true);
        check("gzip;q=0, br", "gzip", false);
        check("gzip ; q=0.000", "gzip", false);
        check("", "gzip", false);
        check("x-gzip", "gzip", false);
        assert!(!accepts(&HeaderMap::new(), "gzip"));
    }
}

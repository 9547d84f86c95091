//! Who asks and by which address of ours, also behind proxies.
use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::header::HOST;
use axum::http::{Extensions, HeaderMap, HeaderName};

/// Where each proxy adds who asked it.
const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

/// By which protocol the outermost proxy was asked.
const PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The address of the client, as the outermost of `proxies` saw it; unknown where the app is a part of
/// a router that does not say who asks.
pub(super) fn address(
    extensions: &Extensions,
    headers: &HeaderMap,
    proxies: usize,
) -> Option<IpAddr> {
    let Some(before) = proxies.checked_sub(1) else {
        let ConnectInfo(peer) = extensions.get::<ConnectInfo<SocketAddr>>()?;
        return Some(peer.ip());
    };
    let lines = headers.get_all(FORWARDED).iter().filter_map(|line| line.to_str().ok());
    let all: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    let own = all.iter().rev().nth(before)?.trim();
    own.parse().ok().or_else(|| own.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// The origin by which a client has found the server, where it can be one: `https://example.org`.
pub(super) fn origin(headers: &HeaderMap, proxies: usize) -> Option<String> {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(HOST)?;
    let is_host = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
    let scheme = if is_secure(headers, proxies) { "https" } else { "http" };
    host.chars().all(is_host).then(|| format!("{scheme}://{host}"))
}

/// Whether the outermost proxy was asked over TLS, by its own word; the server itself never is. Most
/// proxies pass one word on, and some add theirs behind it, as they do with addresses.
pub(super) fn is_secure(headers: &HeaderMap, proxies: usize) -> bool {
    let Some(before) = proxies.checked_sub(1) else { return false };
    let lines = headers.get_all(PROTO).iter().filter_map(|line| line.to_str().ok());
    let all: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    let own = all.iter().rev().nth(before).or(all.first());
    own.is_some_and(|proto| proto.trim().eq_ignore_ascii_case("https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(proxies: usize, lines: &[&str], expected: Option<&str>) {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(FORWARDED, line.parse().expect("a header value"));
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 5))));
        let expected = expected.map(|address| address.parse().expect("an address"));
        assert_eq!(address(&extensions, &headers, proxies), expected, "{lines:?}");
    }

    #[test]
    fn a_client_is_who_the_outermost_trusted_proxy_saw() {
        check(0, &["1.1.1.1"], Some("10.0.0.1"));
        check(1, &["1.1.1.1, 2.2.2.2"], Some("2.2.2.2"));
        check(2, &["9.9.9.9, 1.1.1.1", " 2.2.2.2:80"], Some("1.1.1.1"));
        check(1, &["[::1]:80"], Some("::1"));
        check(3, &["1.1.1.1, 2.2.2.2"], None);
        check(1, &["unknown"], None);
    }

    #[test]
    fn a_connection_is_secure_if_the_outermost_trusted_proxy_says_so() {
        for (proxies, lines, expected) in [
            (0, &["https"][..], false),
            (1, &[], false),
            (1, &["http"], false),
            (1, &[" HTTPS "], true),
            (2, &["https"], true),
            (2, &["https, http"], true),
            (2, &["https", "http, http"], false),
            (1, &["https, http"], false),
        ] {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(PROTO, line.parse().expect("a header value"));
            }
            assert_eq!(is_secure(&headers, proxies), expected, "{proxies} {lines:?}");
        }
    }
}

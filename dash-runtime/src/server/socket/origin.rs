//! Whose pages may open a socket.
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

/// Whether a request comes from a page of this server, or of an origin that the settings name.
pub(super) fn is_allowed(headers: &HeaderMap, allowed: &[String]) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = text(ORIGIN) else { return false };
    let Some((_, host)) = origin.split_once("://") else { return false };
    text(HOST).is_some_and(|own| own.eq_ignore_ascii_case(host))
        || allowed.iter().any(|one| one.eq_ignore_ascii_case(origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(origin: Option<&str>, host: Option<&str>, expected: bool) {
        let mut headers = HeaderMap::new();
        for (name, value) in [(ORIGIN, origin), (HOST, host)] {
            if let Some(value) = value {
                headers.insert(name, value.parse().expect("a header value"));
            }
        }
        let allowed = ["https://partner.example".to_owned()];
        assert_eq!(is_allowed(&headers, &allowed), expected, "{origin:?} at {host:?}");
    }

    #[test]
    fn a_socket_is_for_pages_of_the_server_itself_and_of_origins_that_are_named() {
        let host = Some("sales.example:8050");
        check(Some("http://sales.example:8050"), host, true);
        check(Some("https://Sales.example:8050"), host, true);
        check(Some("https://partner.example"), host, true);
        check(None, host, false);
        check(Some("null"), host, false);
        check(Some("http://sales.example"), host, false);
        check(Some("http://sales.example:8050.evil.example"), host, false);
        check(Some("http://evil.example/?http://sales.example:8050"), host, false);
        check(Some("http://partner.example"), host, false);
        check(Some("https://partner.example.evil"), host, false);
        check(Some("http://sales.example:8050"), None, false);
    }
}

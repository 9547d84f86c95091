//! Whose page a request comes from, as its browser says.
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName};

/// Whether it is a page of this server.
pub(super) fn is_own(headers: &HeaderMap) -> bool {
    let host = text(headers, ORIGIN).and_then(|origin| origin.split_once("://"));
    let own = text(headers, HOST);
    host.zip(own).is_some_and(|((_, host), own)| own.eq_ignore_ascii_case(host))
}

/// Whether it is a page of an origin that the settings name.
pub(super) fn is_named(headers: &HeaderMap, allowed: &[String]) -> bool {
    text(headers, ORIGIN)
        .is_some_and(|origin| allowed.iter().any(|one| one.eq_ignore_ascii_case(origin)))
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
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
        assert_eq!(
            is_own(&headers) || is_named(&headers, &allowed),
            expected,
            "{origin:?} at {host:?}"
        );
    }

    #[test]
    fn a_page_is_of_the_server_itself_or_of_an_origin_that_is_named() {
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

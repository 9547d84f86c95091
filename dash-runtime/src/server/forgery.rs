//! Whether a request that does something comes from a page of this server, and not from another site
//! that a reader has open.
use std::borrow::Cow;

use axum::http::header::{COOKIE, ORIGIN};
use axum::http::{HeaderMap, HeaderName, HeaderValue};

use super::{client, origin};
use crate::Config;
use crate::callback::dispatch::Refusal;
use crate::caller::cookies;

/// What a browser says of the page that asks; no script can set it.
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses what another site makes a browser send.
///
/// A browser says by itself whose page asks. One that is too old for that sends its cookies, and then
/// the page must have read the token in one of them. Who has no cookies has nothing to lose.
///
/// # Errors
///
/// - The request comes from another site, or lacks the token.
pub(super) fn check(headers: &HeaderMap, config: &Config) -> Result<(), Refusal> {
    match headers.get(SITE).map(HeaderValue::as_bytes) {
        Some(b"same-origin" | b"none") => return Ok(()),
        site => {
            if site.is_some() || headers.contains_key(ORIGIN) {
                let is_own = site.is_none() && origin::is_own(headers);
                let is_allowed = is_own || origin::is_named(headers, &config.allowed_origins);
                return if is_allowed { Ok(()) } else { Err(Refusal::CrossSite) };
            }
        }
    }
    if !headers.contains_key(COOKIE) {
        return Ok(());
    }
    let sent = headers.get(&*config.csrf_header_name).and_then(|value| value.to_str().ok());
    if token_of(headers, config).is_some_and(|token| sent == Some(&*token)) {
        return Ok(());
    }
    let (cookie, header) = (&config.csrf_token_name, &config.csrf_header_name);
    Err(Refusal::NoToken { cookie: cookie.clone(), header: header.clone() })
}

/// The cookie with a new token, for a browser that has none; `path` is where the app is found. One that
/// came over TLS keeps it to that.
pub(super) fn token(
    headers: &HeaderMap,
    config: &Config,
    path: &str,
    random: impl FnOnce() -> Option<String>,
) -> Option<HeaderValue> {
    if token_of(headers, config).is_some() {
        return None;
    }
    let name = &config.csrf_token_name;
    let secure = if client::is_secure(headers, config.proxies) { "; Secure" } else { "" };
    let cookie = format!("{name}={}; Path={path}; SameSite=Lax{secure}", random()?);
    HeaderValue::from_str(&cookie).ok()
}

/// The token in the cookie of a request.
fn token_of<'a>(headers: &'a HeaderMap, config: &Config) -> Option<Cow<'a, str>> {
    let (_, token) = cookies(headers).find(|(name, _)| *name == config.csrf_token_name)?;
    (!token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use axum::http::header::HOST;

    use super::*;

    /// Headers written `name: value`.
    #[track_caller]
    fn check(lines: &[&str], expected: bool) {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, HeaderValue::from_static("sales.example:8050"));
        for line in lines {
            let (name, value) = line.split_once(": ").expect("name: value");
            let name: HeaderName = name.parse().expect("a name");
            headers.append(name, value.parse().expect("a value"));
        }
        let allowed_origins = vec!["https://partner.example".to_owned()];
        let config = Config { allowed_origins, ..Config::default() };
        assert_eq!(super::check(&headers, &config).is_ok(), expected, "{lines:?}");
    }

    const SECRET: &str = "cookie: session=1";

    #[test]
    fn the_browser_says_whose_page_asks() {
        check(&["sec-fetch-site: same-origin", "origin: https://behind.a.proxy", SECRET], true);
        check(&["sec-fetch-site: none"], true);
        for site in ["sec-fetch-site: cross-site", "sec-fetch-site: same-site", "sec-fetch-site: "]
        {
            check(&[site], false);
            check(&[site, "origin: http://sales.example:8050"], false);
            check(&[site, "origin: https://partner.example", SECRET], true);
        }
    }

    #[test]
    fn an_older_browser_says_at_least_the_origin() {
        check(&["origin: http://sales.example:8050", SECRET], true);
        check(&["origin: https://partner.example", SECRET], true);
        for origin in
            ["origin: null", "origin: http://sales.example", "origin: https://evil.example"]
        {
            check(&[origin], false);
            check(&[origin, "cookie: _csrf_token=a", "x-csrftoken: a"], false);
        }
    }

    #[test]
    fn who_says_nothing_has_no_cookies_or_the_token() {
        check(&[], true);
        check(&["x-csrftoken: a"], true);
        check(&[SECRET], false);
        check(&["cookie: _csrf_token=a"], false);
        check(&["cookie: _csrf_token=a", "x-csrftoken: b"], false);
        check(&["cookie: _csrf_token=", "x-csrftoken: "], false);
        check(&["cookie: session=1; _csrf_token=a", "x-csrftoken: a"], true);
        check(&[SECRET, "cookie: _csrf_token=a", "x-csrftoken: a"], true);
    }
}

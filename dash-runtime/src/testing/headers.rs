//! The headers that a page sends with each request: those the test gives, and the cookies that were set.
use std::collections::BTreeMap;

use http::HeaderMap;
use http::header::{COOKIE, HeaderName, HeaderValue, SET_COOKIE};

/// What a page sends with each request.
#[derive(Debug, Clone, Default)]
pub(super) struct Headers {
    own: HeaderMap,
    /// Names and values as they travel.
    cookies: BTreeMap<String, String>,
}

impl Headers {
    pub(super) fn insert(&mut self, name: HeaderName, value: HeaderValue) {
        self.own.insert(name, value);
    }

    /// Sets a cookie, as an answer does.
    pub(super) fn set_cookie(&mut self, line: &HeaderValue) {
        let Some((name, value, lives)) = line.to_str().ok().and_then(parts) else { return };
        if lives {
            self.cookies.insert(name.to_owned(), value.to_owned());
        } else {
            self.cookies.remove(name);
        }
    }

    /// Keeps the cookies that an answer sets.
    pub(super) fn keep(&mut self, answer: &HeaderMap) {
        answer.get_all(SET_COOKIE).iter().for_each(|line| self.set_cookie(line));
    }

    /// What a request has.
    pub(super) fn of_request(&self) -> HeaderMap {
        let mut headers = self.own.clone();
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if let Ok(line) = HeaderValue::from_str(&cookies.join("; "))
            && !cookies.is_empty()
        {
            headers.insert(COOKIE, line);
        }
        headers
    }
}

/// The name, the value, and whether the cookie is to live on.
fn parts(line: &str) -> Option<(&str, &str, bool)> {
    let mut parts = line.split(';').map(str::trim);
    let (name, value) = parts.next()?.split_once('=')?;
    let ends = parts.any(|part| part.eq_ignore_ascii_case("max-age=0"));
    Some((name, value, !ends))
}

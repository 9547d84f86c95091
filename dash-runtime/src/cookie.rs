//! A cookie that an answer sets, as a header (RFC 6265 §4.1).
use std::fmt::Write;
use std::time::Duration;

use http::HeaderValue;
use percent_encoding::{AsciiSet, CONTROLS, percent_encode};

/// What the value of a cookie cannot hold, and the sign that escapes it.
const ESCAPED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\').add(b'%');

/// What the name of a cookie cannot hold either: it is a token of HTTP.
const ESCAPED_IN_NAMES: &AsciiSet = &ESCAPED
    .add(b'(')
    .add(b')')
    .add(b'<')
    .add(b'>')
    .add(b'@')
    .add(b':')
    .add(b'/')
    .add(b'[')
    .add(b']')
    .add(b'?')
    .add(b'=')
    .add(b'{')
    .add(b'}');

/// What an attribute cannot hold; the rest of it is written as it is.
const ESCAPED_IN_ATTRIBUTES: &AsciiSet = &CONTROLS.add(b';');

/// A cookie that an answer sets, with [`Context::set_cookie`](crate::Context::set_cookie).
///
/// Unless told otherwise it is one for the whole site, which scripts cannot read (`HttpOnly`), which
/// pages of other sites do not send with their requests (`SameSite=Lax`), and which ends with the
/// browser. Source: `ctx.response.set_cookie`, RFC 6265.
///
/// # Examples
///
/// ```
/// use dash_runtime::Cookie;
/// use std::time::Duration;
///
/// let cookie = Cookie::new("theme", "dark").max_age(Duration::from_hours(24)).secure(true);
/// # drop(cookie);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a cookie does nothing until it is set"]
pub struct Cookie {
    name: String,
    value: String,
    path: String,
    domain: Option<String>,
    max_age: Option<Duration>,
    secure: bool,
    http_only: bool,
    same_site: SameSite,
}

/// Which requests of other sites' pages bring a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SameSite {
    /// None.
    Strict,
    /// Links to this site alone.
    #[default]
    Lax,
    /// All; browsers want it to be [`secure`](Cookie::secure) too.
    None,
}

impl Cookie {
    /// A cookie. What its name or value cannot hold is percent-encoded;
    /// [`Context::cookie`](crate::Context::cookie) decodes values.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            value: value.into(),
            path: "/".into(),
            domain: None,
            max_age: None,
            secure: false,
            http_only: true,
            same_site: SameSite::Lax,
        }
    }

    /// A cookie that ends another one of that name, path and domain at once.
    pub fn removal(name: impl Into<String>) -> Self {
        Self::new(name, "").max_age(Duration::ZERO)
    }

    /// The path below which it is sent. Default: `/`.
    pub fn path(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }

    /// The domain that it is sent to, with all below it. Default: the host that sets it, alone.
    pub fn domain(self, domain: impl Into<String>) -> Self {
        Self { domain: Some(domain.into()), ..self }
    }

    /// How long it lasts, in whole seconds. Default: until the browser is closed.
    pub fn max_age(self, max_age: Duration) -> Self {
        Self { max_age: Some(max_age), ..self }
    }

    /// Whether it is sent over HTTPS alone. Default: no.
    pub fn secure(self, secure: bool) -> Self {
        Self { secure, ..self }
    }

    /// Whether scripts cannot read it. Default: they cannot.
    pub fn http_only(self, http_only: bool) -> Self {
        Self { http_only, ..self }
    }

    /// Which requests of other sites' pages bring it. Default: [`SameSite::Lax`].
    pub fn same_site(self, same_site: SameSite) -> Self {
        Self { same_site, ..self }
    }

    /// The value of a `Set-Cookie` header.
    pub(crate) fn into_header(self) -> HeaderValue {
        let escaped = |text: &str, set| percent_encode(text.as_bytes(), set).to_string();
        let mut line =
            format!("{}={}", escaped(&self.name, ESCAPED_IN_NAMES), escaped(&self.value, ESCAPED));
        let mut attribute = |name: &str, value: &str| {
            // Writing to a string cannot fail.
            let _ = write!(line, "; {name}={}", escaped(value, ESCAPED_IN_ATTRIBUTES));
        };
        attribute("Path", &self.path);
        if let Some(domain) = &self.domain {
            attribute("Domain", domain);
        }
        if let Some(max_age) = self.max_age {
            attribute("Max-Age", &max_age.as_secs().to_string());
        }
        attribute("SameSite", self.same_site.word());
        if self.secure {
            line.push_str("; Secure");
        }
        if self.http_only {
            line.push_str("; HttpOnly");
        }
        // All that a header cannot hold is escaped.
        HeaderValue::from_str(&line).unwrap_or(HeaderValue::from_static(""))
    }
}

impl SameSite {
    fn word(self) -> &'static str {
        match self {
            Self::Strict => "Strict",
            Self::Lax => "Lax",
            Self::None => "None",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cookie: Cookie, expected: &str) {
        assert_eq!(cookie.into_header(), expected);
    }

    #[test]
    fn a_cookie_is_a_header() {
        check(Cookie::new("a", "1"), "a=1; Path=/; SameSite=Lax; HttpOnly");
        check(
            Cookie::new("a", "1")
                .path("/app")
                .domain("example.org")
                .max_age(Duration::from_secs(90))
                .secure(true)
                .http_only(false)
                .same_site(SameSite::Strict),
            "a=1; Path=/app; Domain=example.org; Max-Age=90; SameSite=Strict; Secure",
        );
        check(Cookie::removal("a"), "a=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly");
    }

    #[test]
    fn what_would_end_a_part_is_escaped() {
        check(
            Cookie::new("a=b", "x; y\r\nz"),
            "a%3Db=x%3B%20y%0D%0Az; Path=/; SameSite=Lax; HttpOnly",
        );
        check(Cookie::new("a", "ü%"), "a=%C3%BC%25; Path=/; SameSite=Lax; HttpOnly");
        check(Cookie::new("a", "1").path("/;x"), "a=1; Path=/%3Bx; SameSite=Lax; HttpOnly");
    }
}

//! The headers that tell a browser to be careful, as the settings have them.
use super::check::bad;

/// Headers of all answers but those of callbacks, which no browser shows.
///
/// By default a browser takes files for what they are said to be (`X-Content-Type-Options`), tells other
/// sites no more than the origin (`Referrer-Policy`), shows the page in no frame of another site
/// (`X-Frame-Options`; the [policy](crate::Csp) says the same with `frame-ancestors`), and gives no hold
/// on it to sites that open it (`Cross-Origin-Opener-Policy`).
///
/// # Examples
///
/// HTTPS for a year, and frames of one other site:
///
/// ```
/// use dash_runtime::{Config, Csp, SecurityHeaders};
///
/// let config = Config {
///     security_headers: SecurityHeaders::default()
///         .with("strict-transport-security", "max-age=31536000")
///         .without("x-frame-options"),
///     csp: Csp::default().with("frame-ancestors", "'self' https://portal.example.org"),
///     ..Config::default()
/// };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityHeaders {
    pub(crate) headers: Vec<(String, String)>,
}

const DEFAULT: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("x-frame-options", "SAMEORIGIN"),
    ("cross-origin-opener-policy", "same-origin-allow-popups"),
];

impl Default for SecurityHeaders {
    fn default() -> Self {
        DEFAULT.iter().fold(Self::off(), |all, (name, value)| all.with(name, value))
    }
}

impl SecurityHeaders {
    /// None at all.
    pub fn off() -> Self {
        Self { headers: Vec::new() }
    }

    /// Sets a header, in place of what it had.
    pub fn with(self, name: &str, value: &str) -> Self {
        let mut others = self.without(name);
        others.headers.push((name.to_ascii_lowercase(), value.to_owned()));
        others
    }

    /// Leaves a header out.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self
    }

    pub(super) fn problems(&self) -> impl Iterator<Item = String> {
        let is_name = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let is_value = |value: &str| value.bytes().all(|b| matches!(b, b' '..=b'~'));
        let broken = move |(name, value): &&(String, String)| !is_name(name) || !is_value(value);
        self.headers.iter().filter(broken).map(|(name, value)| {
            let header = format!("{name}: {value}");
            bad("security_headers", &header, "headers such as `referrer-policy: no-referrer`")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::SecurityHeaders;

    #[test]
    fn a_header_is_set_once_and_can_be_left_out() {
        let own = SecurityHeaders::default().with("X-Frame-Options", "DENY").with("x-a", "b");
        let values = own.headers.iter().filter(|(name, _)| name == "x-frame-options");
        assert_eq!(values.map(|(_, value)| &**value).collect::<Vec<_>>(), ["DENY"]);
        assert_eq!(own.problems().count(), 0);
        assert_eq!(SecurityHeaders::off().with("a", "b").without("A"), SecurityHeaders::off());
    }

    #[test]
    fn what_no_header_can_hold_is_refused() {
        for (name, value) in [("a b", "c"), ("", "c"), ("a", "c\r\nd: e"), ("a", "é")] {
            assert_eq!(SecurityHeaders::off().with(name, value).problems().count(), 1, "{name}");
        }
    }
}

//! Where the browser finds the app: the start of all its URLs.
use std::sync::Arc;

use axum::extract::NestedPath;
use axum::http::Extensions;

use crate::Config;

/// What a request must have been sent to for the app to know its own URLs.
pub(super) const UNKNOWN: &str =
    "this app is nested at a path with parameters: set `Config::requests_pathname_prefix`";

/// The prefix of an app's URLs, as far as it is known before a request comes.
#[derive(Debug)]
pub(super) struct Prefix {
    /// As configured; otherwise what a router in front of this one takes away comes before it.
    is_whole: bool,
    own: Arc<str>,
}

impl Prefix {
    pub(super) fn new(config: &Config) -> Self {
        let whole = config.requests_pathname_prefix.as_deref();
        Self {
            is_whole: whole.is_some(),
            own: whole.unwrap_or(&config.routes_pathname_prefix).into(),
        }
    }

    /// The prefix for one request; unknown where it differs from request to request.
    pub(super) fn of(&self, request: &Extensions) -> Option<Arc<str>> {
        match request.get::<NestedPath>() {
            Some(nested) if !self.is_whole => {
                let below = nested.as_str().trim_end_matches('/');
                (!below.contains('{')).then(|| format!("{below}{}", self.own).into())
            }
            _ => Some(Arc::clone(&self.own)),
        }
    }
}

/// The path as the app itself has it, with a slash at its start; `None` where it lies elsewhere.
pub(super) fn below<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    match path.strip_prefix(prefix.trim_end_matches('/'))? {
        "" => Some("/"),
        rest => rest.starts_with('/').then_some(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::below;

    #[track_caller]
    fn check(path: &str, prefix: &str, expected: Option<&str>) {
        assert_eq!(below(path, prefix), expected, "{path} below {prefix}");
    }

    #[test]
    fn a_path_loses_the_prefix_as_a_whole() {
        check("/report/2023", "/", Some("/report/2023"));
        check("/", "/", Some("/"));
        check("/app/report", "/app/", Some("/report"));
        check("/app/", "/app/", Some("/"));
        check("/app", "/app/", Some("/"));
        check("/apple", "/app/", None);
        check("/other", "/app/", None);
    }
}

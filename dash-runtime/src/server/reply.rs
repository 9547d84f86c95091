//! What goes with an answer beside its body: headers and timings that user code has set, and who asked for it.
use std::time::{Duration, Instant};

use axum::http::header::{HeaderName, HeaderValue, TRAILER, TRANSFER_ENCODING};
use axum::http::request::Parts;
use axum::response::Response;

use super::{Shared, client};
use crate::caller::{Caller, Reply};

const SERVER_TIMING: HeaderName = HeaderName::from_static("server-timing");

impl Shared {
    /// Who sends this request.
    pub(super) fn caller(&self, request: Parts) -> Caller {
        let prefix = self.prefix.of(&request.extensions);
        let remote = client::address(&request.extensions, &request.headers, self.config.proxies);
        Caller { prefix, headers: request.headers, uri: request.uri, remote, ..Caller::default() }
    }
}

/// Adds to an answer what user code wants to go with it; in debug, how long all of it took.
pub(super) fn complete(response: &mut Response, caller: &Caller, started: Option<Instant>) {
    let Reply { headers, timings } = caller.reply();
    let answer = response.headers_mut();
    let mut last = None;
    for (name, value) in headers {
        // A name comes once, with the first of its values.
        let is_first = name.is_some();
        last = name.or(last);
        let Some(name) = last.as_ref().filter(|name| !is_of_body(name)) else { continue };
        if is_first {
            answer.insert(name, value);
        } else {
            answer.append(name, value);
        }
    }
    if let Some(started) = started {
        answer.extend(timing(started.elapsed(), &timings).map(|text| (SERVER_TIMING, text)));
    }
}

/// The server alone knows how it writes the body.
fn is_of_body(name: &HeaderName) -> bool {
    let is_about_content = name.as_str().starts_with("content-") && name != CONTENT_SECURITY_POLICY;
    is_about_content || *name == TRANSFER_ENCODING || *name == TRAILER
}

const CONTENT_SECURITY_POLICY: &str = "content-security-policy";

/// In milliseconds, for who looks at the network or at the dev tools.
fn timing(whole: Duration, parts: &[(String, Duration)]) -> Option<HeaderValue> {
    let all = [("__dash_server", whole)].into_iter();
    let all = all.chain(parts.iter().map(|(name, duration)| (name.as_str(), *duration)));
    let entries: Vec<String> =
        all.map(|(name, d)| format!("{name};dur={:.1}", d.as_secs_f64() * 1e3)).collect();
    HeaderValue::from_str(&entries.join(", ")).ok()
}

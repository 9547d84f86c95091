//! Who calls: the request around a call, as the context shows it; what it asks for is not read here.
use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http::header::{COOKIE, HeaderName, HeaderValue};
use http::{HeaderMap, Uri};
use percent_encoding::percent_decode_str;

#[cfg(feature = "server")]
use crate::wire::StoredCaller;
use crate::{Context, Cookie};

/// The request around a call.
#[derive(Debug, Default)]
pub(crate) struct Caller {
    /// The start of the app's URLs; unknown outside a server.
    pub(crate) prefix: Option<Arc<str>>,
    pub(crate) headers: HeaderMap,
    pub(crate) uri: Uri,
    pub(crate) remote: Option<IpAddr>,
    pub(crate) reply: Mutex<Reply>,
}

/// What goes with the answer beside its body.
#[derive(Debug, Default)]
pub(crate) struct Reply {
    pub(crate) headers: HeaderMap,
    /// What user code took its time for.
    pub(crate) timings: Vec<(String, Duration)>,
}

impl Caller {
    /// What is to go with the answer; nothing is left.
    #[cfg(feature = "server")]
    pub(crate) fn reply(&self) -> Reply {
        std::mem::take(&mut self.reply.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Has headers go with the answer that a callback has set while it ran in the background.
    #[cfg(feature = "server")]
    pub(crate) fn answer_with(&self, headers: Vec<(String, String)>) {
        self.with_reply(|reply| {
            for (name, value) in headers {
                if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
                    reply.headers.append(name, value);
                }
            }
        });
    }

    /// What a job store keeps of it; headers that are no text are left out.
    #[cfg(feature = "server")]
    pub(crate) fn stored(&self) -> StoredCaller<'_> {
        let header = |(name, value): (&'_ HeaderName, &'_ HeaderValue)| {
            Some((name.as_str().to_owned().into(), value.to_str().ok()?.to_owned().into()))
        };
        StoredCaller {
            prefix: self.prefix.as_deref().map(Cow::Borrowed),
            headers: self.headers.iter().filter_map(header).collect(),
            uri: self.uri.to_string(),
            remote: self.remote,
        }
    }

    /// What a job store has kept.
    #[cfg(feature = "server")]
    pub(crate) fn restored(stored: StoredCaller<'_>) -> Self {
        let mut headers = HeaderMap::new();
        for (name, value) in stored.headers {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
                headers.append(name, value);
            }
        }
        Self {
            prefix: stored.prefix.map(Arc::from),
            headers,
            uri: stored.uri.parse().unwrap_or_default(),
            remote: stored.remote,
            ..Self::default()
        }
    }

    fn with_reply(&self, change: impl FnOnce(&mut Reply)) {
        change(&mut self.reply.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

/// The request, and what goes with its answer.
impl Context {
    /// The headers of the request; none outside a server. Over a socket, those that opened it.
    /// Source: `ctx.headers`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// fn language(context: &Context) -> &str {
    ///     let header = context.headers().get("accept-language");
    ///     header.and_then(|value| value.to_str().ok()).unwrap_or("en")
    /// }
    /// # assert_eq!(language(&Context::default()), "en");
    /// ```
    pub fn headers(&self) -> &HeaderMap {
        &self.caller.headers
    }

    /// The value of a cookie of the request, percent-decoded. Source: `ctx.cookies`, RFC 6265.
    pub fn cookie(&self, name: &str) -> Option<Cow<'_, str>> {
        self.cookies().find_map(|(found, value)| (found == name).then_some(value))
    }

    /// The cookies of the request: names, and values percent-decoded. Source: `ctx.cookies`.
    pub fn cookies(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        cookies(self.headers())
    }

    /// The path and the query that were asked for: of the page, where a layout fn or a page fn is
    /// called for a page load; of the route of callbacks otherwise. Source: `ctx.path`, `ctx.args`.
    pub fn uri(&self) -> &Uri {
        &self.caller.uri
    }

    /// The address of the client: who connects, or behind as many proxies as
    /// [`Config::proxies`](crate::Config::proxies) says, whom the outermost of them saw. `None` outside
    /// a server, where the proxies do not say it, and in a router without proxies that is not served
    /// with [`into_make_service_with_connect_info::<SocketAddr>`][connect]. Source: `ctx.remote`.
    ///
    /// [connect]: https://docs.rs/axum/0.8/axum/struct.Router.html#method.into_make_service_with_connect_info
    pub fn remote_addr(&self) -> Option<IpAddr> {
        self.caller.remote
    }

    /// Sets a header of the answer, whatever comes of the call; the last value of a name counts.
    ///
    /// Headers that describe the body (`content-*`, `transfer-encoding`) are the server's, and what
    /// is set of them is left out. Over a socket there is no answer to put a header on; it is left out
    /// too. What a callback in the background sets, while it runs, goes with the next answer to the page
    /// that asks after it, if it is text; a result that is kept is given again without it.
    /// Source: `ctx.response.headers`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// use dash_runtime::http::header::{HeaderName, HeaderValue};
    ///
    /// fn tag(context: &Context) {
    ///     context.set_header(HeaderName::from_static("x-served-by"), HeaderValue::from_static("a"));
    /// }
    /// # tag(&Context::default());
    /// ```
    pub fn set_header(&self, name: HeaderName, value: HeaderValue) {
        self.change_headers(|headers| drop(headers.insert(name, value)));
    }

    /// Sets a cookie with the answer, as [`set_header`](Self::set_header) does a header.
    /// Source: `ctx.response.set_cookie`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::{Context, Cookie};
    /// fn remember(context: &Context, theme: &str) {
    ///     context.set_cookie(Cookie::new("theme", theme));
    /// }
    /// # remember(&Context::default(), "dark");
    /// ```
    pub fn set_cookie(&self, cookie: Cookie) {
        self.change_headers(|headers| {
            headers.append(http::header::SET_COOKIE, cookie.into_header());
        });
    }

    /// Notes how long a part of the call took: with a server in debug, the browser's developer tools
    /// and ours show it (`Server-Timing`). The name is a word such as `db`; what a header cannot hold
    /// becomes `_`. Of a callback in the background nobody sees it. Source: `ctx.record_timing`.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_runtime::Context;
    /// # use std::time::Instant;
    /// fn load(context: &Context) {
    ///     let started = Instant::now();
    ///     // … asks the database …
    ///     context.record_timing("db", started.elapsed());
    /// }
    /// # load(&Context::default());
    /// ```
    pub fn record_timing(&self, name: &str, duration: Duration) {
        let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
        let name = name.chars().map(|c| if is_token(c) { c } else { '_' }).collect();
        self.caller.with_reply(|reply| reply.timings.push((name, duration)));
    }
}

impl Context {
    fn change_headers(&self, change: impl FnOnce(&mut HeaderMap)) {
        match &self.job {
            Some(job) => job.change_headers(change),
            None => self.caller.with_reply(|reply| change(&mut reply.headers)),
        }
    }
}

/// The cookies of a request: names, and values percent-decoded.
pub(crate) fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    let lines = headers.get_all(COOKIE).into_iter();
    let pairs = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
    pairs.filter_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        Some((name, percent_decode_str(value.trim_matches('"')).decode_utf8_lossy()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&'static str], name: &str, expected: Option<&str>) {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(COOKIE, HeaderValue::from_static(line));
        }
        let caller = Arc::new(Caller { headers, ..Caller::default() });
        let context = Context { caller, ..Context::default() };
        assert_eq!(context.cookie(name).as_deref(), expected, "{name} of {lines:?}");
    }

    #[test]
    fn cookies_are_found_by_name_and_decoded() {
        check(&["a=1; b=2"], "b", Some("2"));
        check(&["a=1", "b=2;c=3"], "c", Some("3"));
        check(&["a=\"x\""], "a", Some("x"));
        check(&["a=Z%C3%BCrich%3B"], "a", Some("Zürich;"));
        check(&["a=x=y"], "a", Some("x=y"));
        check(&["a="], "a", Some(""));
        check(&["ab=1; b"], "b", None);
        check(&[], "a", None);
    }
}

//! The server without HTTP: page loads and calls in this process, for tests of apps.
use std::borrow::Cow;
use std::sync::Arc;

use axum::http::{Extensions, HeaderMap, Uri};
use serde_json::{Map, Value};
use tokio::sync::mpsc::UnboundedSender;

use super::call::{Answer, Call};
use super::pages::{self, Load};
use super::test_page::{Pace, TestPage, Word};
use super::{Server, Shared, update_component};
use crate::Result;
use crate::callback::given;
use crate::callback::side_update::Line;
use crate::caller::Caller;

/// A server that one test asks.
#[derive(Debug)]
pub(crate) struct InProcess {
    shared: Shared,
    prefix: Arc<str>,
    /// Where calls go that know of no job.
    update: Uri,
}

/// A page load.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The layout as JSON.
    pub(crate) layout: String,
    /// The headers that go with it.
    pub(crate) reply: HeaderMap,
}

/// Why a request is not called.
pub(crate) type Why = String;

impl Server {
    /// The server for calls of this process alone.
    pub(crate) fn in_process(self) -> Result<InProcess> {
        let shared = self.shared()?;
        let prefix = shared.prefix.of(&Extensions::new()).unwrap_or_else(|| "/".into());
        let update = format!("{prefix}_dash-update-component").parse().unwrap_or_default();
        Ok(InProcess { shared, prefix, update })
    }
}

impl InProcess {
    /// The callbacks as the page is told of them.
    pub(crate) fn dependencies(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.shared.dependencies.plain)
    }

    /// Which props hold components, by namespace and type.
    pub(crate) fn children_props(&self) -> &Map<String, Value> {
        &self.shared.suites.children_props
    }

    /// The title of a page that has none of its own.
    pub(crate) fn title(&self) -> &str {
        &self.shared.config.title
    }

    /// Loads the page at an address, which starts with a slash.
    pub(crate) async fn load(
        &self,
        address: &str,
        headers: HeaderMap,
    ) -> std::result::Result<Loaded, Why> {
        let uri: Uri = address.parse().map_err(|error| format!("`{address}`: {error}"))?;
        let caller = self.caller(uri, headers);
        let load = pages::load(&self.shared, &self.prefix, Arc::clone(&caller)).await;
        let Load { json, .. } = load.map_err(|failure| failure.to_string())?;
        Ok(Loaded { layout: json, reply: caller.reply().headers })
    }

    /// Calls the callback that a request names; gives the headers that go with the answer, too. The
    /// query says what the page knows of jobs.
    pub(crate) async fn call(
        &self,
        body: Vec<u8>,
        headers: HeaderMap,
        query: &str,
    ) -> (Answer, HeaderMap) {
        let caller = self.caller(self.uri(query), headers);
        let body = Arc::new(body);
        let answer = match update_component::reply(&self.shared, &caller, body).await {
            Ok((_, answer)) => answer,
            Err(refused) => Answer::Refused(refused.refusal),
        };
        (answer, caller.reply().headers)
    }

    /// Whether a page speaks over a socket wherever it can.
    pub(crate) fn prefers_socket(&self) -> bool {
        self.shared.config.websocket_callbacks
    }

    /// Lets the server speak to a page.
    pub(crate) fn connect(&self, words: UnboundedSender<Word>) -> TestPage {
        TestPage::open(words, &self.shared)
    }

    /// Calls a callback as over a socket: what it sets comes at once, a stream one item after the other.
    pub(crate) async fn call_over(
        &self,
        line: Line,
        body: Vec<u8>,
        headers: HeaderMap,
    ) -> (Answer, HeaderMap) {
        let path = format!("{}_dash-ws-callback", self.prefix);
        let caller = self.caller(path.parse().unwrap_or_default(), headers);
        let pace = Pace::default();
        let (body, line): (given::Body, _) = (Arc::new(body), Some(pace.along(line)));
        let answer = match Call::read(&self.shared, &body, Arc::clone(&caller), line) {
            Ok(call) => call.run_at_pace(|| pace.room()).await,
            Err(refused) => Answer::Refused(refused.refusal),
        };
        (answer, caller.reply().headers)
    }

    /// Where a call of a callback goes.
    fn uri(&self, query: &str) -> Uri {
        if query.is_empty() {
            return self.update.clone();
        }
        format!("{}?{query}", self.update).parse().unwrap_or_default()
    }

    fn caller(&self, uri: Uri, headers: HeaderMap) -> Arc<Caller> {
        let prefix = Some(Arc::clone(&self.prefix));
        Arc::new(Caller { prefix, headers, uri, ..Caller::default() })
    }
}

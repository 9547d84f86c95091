//! The server without HTTP: page loads and calls in this process, for tests of apps.
use std::borrow::Cow;
use std::sync::Arc;

use axum::http::{Extensions, HeaderMap, Uri};
use serde_json::{Map, Value};

use super::call::Answer;
use super::pages::{self, Load};
use super::{Server, Shared, update_component};
use crate::Result;
use crate::callback::side_update::{Line, Push};
use crate::caller::Caller;

/// A server that one test asks.
#[derive(Debug)]
pub(crate) struct InProcess {
    shared: Shared,
    prefix: Arc<str>,
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
        Ok(InProcess { shared, prefix })
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
        push: Option<Push>,
    ) -> (Answer, HeaderMap) {
        let path = format!("{}_dash-update-component?{query}", self.prefix);
        let caller = self.caller(path.parse().unwrap_or_default(), headers);
        let line = push.map(Line::from);
        let answer =
            match update_component::reply(&self.shared, &caller, Arc::new(body), line).await {
                Ok((_, answer)) => answer,
                Err(refused) => Answer::Refused(refused.refusal),
            };
        (answer, caller.reply().headers)
    }

    fn caller(&self, uri: Uri, headers: HeaderMap) -> Arc<Caller> {
        let prefix = Some(Arc::clone(&self.prefix));
        Arc::new(Caller { prefix, headers, uri, ..Caller::default() })
    }
}

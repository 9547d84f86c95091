//! The server without HTTP: page loads and calls in this process, for tests of apps.
use std::sync::Arc;

use axum::http::{Extensions, HeaderMap, Uri};
use serde_json::{Map, Value};

use super::call::{Answer, Call};
use super::pages::{self, ENTITLE, Load, SHOW};
use super::{Server, Shared, dependencies};
use crate::callback::side_update::Push;
use crate::caller::Caller;
use crate::{App, CallbackDef, Config, Result};

/// A server that one test asks.
#[derive(Debug)]
pub(crate) struct InProcess {
    app: &'static App,
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
        let app = self.app();
        let shared = self.shared()?;
        let prefix = shared.prefix.of(&Extensions::new()).unwrap_or_else(|| "/".into());
        Ok(InProcess { app, shared, prefix })
    }
}

impl InProcess {
    /// The callbacks as the page is told of them, with the names of their fns.
    pub(crate) fn dependencies(&self) -> Result<String> {
        let hidden: &[&'static CallbackDef] =
            if self.shared.pages.is_some() { &[&SHOW, &ENTITLE] } else { &[] };
        let config = Config { debug: true, ..self.shared.config.clone() };
        dependencies::json(self.app.callbacks, hidden, &config)
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

    /// Calls the callback that a request names; gives the headers that go with the answer, too.
    pub(crate) async fn call(
        &self,
        body: Vec<u8>,
        headers: HeaderMap,
        push: Option<Push>,
    ) -> (Answer, HeaderMap) {
        let caller = self.caller(Uri::from_static("/_dash-update-component"), headers);
        let answer = match Call::read(&self.shared, &body, Arc::clone(&caller), push) {
            Ok(call) => call.run().await,
            Err(refused) => Answer::Refused(refused.refusal),
        };
        (answer, caller.reply().headers)
    }

    fn caller(&self, uri: Uri, headers: HeaderMap) -> Arc<Caller> {
        let prefix = Some(Arc::clone(&self.prefix));
        Arc::new(Caller { prefix, headers, uri, ..Caller::default() })
    }
}

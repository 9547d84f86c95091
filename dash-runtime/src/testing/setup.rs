//! An app that a test is about to start: its data, its settings, what stands in for the browser.
use std::any::Any;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use http::header::{HeaderName, HeaderValue};

use super::app::TestApp;
use super::error::Error;
use super::headers::Headers;
use super::stand_in::{BrowserFn, StandIn};
use crate::callback::dispatch;
use crate::{App, Config, Context, Cookie, FailedCallback, OpenPages, Server, Suite};

/// A test that has waited so long waits in vain.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// An app that a test is about to start.
#[derive(Debug)]
#[must_use = "an app does nothing until it is started"]
pub struct Setup {
    app: &'static App,
    server: Server,
    config: Config,
    address: String,
    headers: Headers,
    stand_ins: Vec<(String, StandIn)>,
    time_limit: Duration,
}

impl Setup {
    pub(super) fn new(app: &'static App) -> Self {
        // A test looks the same on every machine: no settings of the environment.
        let (server, config) = (crate::serve(app), Config::default());
        let (address, headers, stand_ins) = ("/".to_owned(), Headers::default(), Vec::new());
        Self { app, server, config, address, headers, stand_ins, time_limit: TIME_LIMIT }
    }

    /// Gives a value that callbacks take as [`Data<T>`](crate::Data); the last one of a type wins.
    pub fn data<T: Any + Send + Sync>(self, value: T) -> Self {
        Self { server: self.server.data(value), ..self }
    }

    /// Adds a suite of components made by others.
    pub fn suite(self, suite: Suite) -> Self {
        Self { server: self.server.suite(suite), ..self }
    }

    /// Handles the failures of callbacks, as [`Server::on_error`] does. What is handled is no error of
    /// the test.
    pub fn on_error(
        self,
        handler: impl Fn(&FailedCallback<'_>, &Context) + Send + Sync + 'static,
    ) -> Self {
        Self { server: self.server.on_error(handler), ..self }
    }

    /// Sets the settings. Default: [`Config::default`]; a test reads nothing of the environment. It
    /// always runs in debug: names and causes are shown.
    pub fn config(self, config: Config) -> Self {
        Self { config, ..self }
    }

    /// Loads the page at this address, such as `/report/2024?region=South`. Default: `/`.
    pub fn at(self, address: impl Into<String>) -> Self {
        Self { address: address.into(), ..self }
    }

    /// Sends a header with each request, as [`Context::headers`](crate::Context::headers) has it.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// Starts with a cookie; those that callbacks set come on top.
    pub fn cookie(mut self, cookie: Cookie) -> Self {
        self.headers.set_cookie(&cookie.into_header());
        self
    }

    /// Lets a fn of Rust stand in for the callback `name`, which the browser runs: there is none in a
    /// test. It takes the values of inputs, then states, and returns that of the output; of several
    /// outputs, a tuple.
    pub fn client<Arguments>(mut self, name: &str, stand_in: impl BrowserFn<Arguments>) -> Self {
        self.stand_ins.push((name.to_owned(), StandIn::new(stand_in)));
        self
    }

    /// Sets how long the test waits for a callback to end, and for whatever else it waits for. Default:
    /// 30 seconds, on the clock of tokio.
    pub fn time_limit(self, time_limit: Duration) -> Self {
        Self { time_limit, ..self }
    }

    /// The pages of the app that are open: by them a task of the program sets props of the page that
    /// is tested, once one of its callbacks was called over the socket. Callbacks take them as a
    /// parameter.
    pub fn open_pages(&self) -> OpenPages {
        self.server.open_pages()
    }

    /// Loads the page, and runs the first calls and all that follows from them.
    ///
    /// # Errors
    ///
    /// - The app cannot be served: data is missing, or a setting cannot be used.
    /// - The layout fn or the page fails.
    /// - A callback fails, or one would run in the browser and nothing [stands in](Self::client) for it.
    pub async fn start(self) -> Result<TestApp, Error> {
        let Self { app, server, config, address, headers, stand_ins, time_limit } = self;
        let stand_ins = by_output(app, stand_ins)?;
        let server = server.config(Config { debug: true, ..config });
        let server = Arc::new(server.in_process()?);
        TestApp::open(server, Arc::new(stand_ins), headers, &address, time_limit).await
    }
}

/// What stands in for each callback of the browser; the title of a page needs no one's help.
fn by_output(app: &App, given: Vec<(String, StandIn)>) -> Result<HashMap<String, StandIn>, Error> {
    let in_browser = || app.callbacks.iter().filter(|def| def.client.is_some());
    let mut stand_ins = HashMap::new();
    for (name, stand_in) in given {
        let Some(def) = in_browser().find(|def| def.name == name) else {
            let known = in_browser().map(|def| def.name.to_owned()).collect();
            return Err(Error::NotInBrowser { name, known });
        };
        stand_ins.insert(dispatch::output(def), stand_in);
    }
    Ok(stand_ins)
}

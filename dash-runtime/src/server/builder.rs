//! The server as an app's `main` writes it: an app, its data, its settings.
use std::any::Any;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use axum::Router;
use tokio::net::TcpListener;

use super::foreign::Suites;
use super::handles::Handles;
use super::layout::{self, Source};
use super::live::OpenPages;
use super::nonce::nonce;
use super::page::Page;
use super::pages::{ENTITLE, Pages, SHOW};
use super::prefix::Prefix;
use super::rate::Rate;
use super::reload::Reload;
use super::socket::Sockets;
use super::suite::Suite;
use super::{Shared, background, dependencies, endpoint, router, run};
use crate::callback::dispatch::Registry;
use crate::callback::failed::Handler;
use crate::context::DataMap;
use crate::jobs::{JobStore, Jobs, MemoryStore};
use crate::layout::Layout;
use crate::{App, CallbackDef, Config, Context, Error, FailedCallback, Result};

/// Serves an app over HTTP: with the settings of the environment, so at <http://127.0.0.1:8050> unless
/// it says otherwise, and by [`run`](Server::run).
///
/// # Examples
///
/// ```no_run
/// # use dash_runtime::App;
/// # async fn start(app: &'static App) -> dash_runtime::Result<()> {
/// dash_runtime::serve(app).run().await
/// # }
/// ```
pub fn serve(app: &'static App) -> Server {
    let open_pages = OpenPages::default();
    let mut data = DataMap::default();
    data.insert(open_pages.clone());
    Server {
        app,
        open_pages,
        data,
        suites: Vec::new(),
        on_error: None,
        store: None,
        config: None,
        listener: None,
    }
}

/// A server that is about to start.
#[derive(Debug)]
#[must_use = "a server does nothing until it is run"]
pub struct Server {
    app: &'static App,
    open_pages: OpenPages,
    data: DataMap,
    suites: Vec<Suite>,
    on_error: Option<Handler>,
    store: Option<Arc<dyn JobStore>>,
    config: Option<Config>,
    listener: Option<TcpListener>,
}

impl Server {
    /// Gives a value that callbacks take as [`Data<T>`](crate::Data), all of them the same one; the last
    /// one of a type wins. One that somebody needs and nobody has given stops the start.
    pub fn data<T: Any + Send + Sync>(mut self, value: T) -> Self {
        self.data.insert(value);
        self
    }

    /// The pages that are open while the server runs, for tasks that set props on them.
    pub fn open_pages(&self) -> OpenPages {
        self.open_pages.clone()
    }

    /// Adds a suite of components made by others, which every page then loads. A folder or file of it
    /// that is not there stops the start.
    pub fn suite(mut self, suite: Suite) -> Self {
        self.suites.push(suite);
        self
    }

    /// Has failures of callbacks handled that have no `on_error` of their own. The handler is called
    /// after the failure is in the log; then the callback counts as one that prevents the update: its
    /// outputs stay as they are, and the page gets what the handler sets with
    /// [`set_props`](crate::Context::set_props). What the callback itself had set is lost, unless it
    /// goes over a socket. It runs where callbacks do, so it should not take long. Source: `on_error`
    /// of Dash's constructor.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use dash_runtime::{App, Context, FailedCallback};
    /// # use dash_components::Prop;
    /// # struct Sales;
    /// # #[allow(non_upper_case_globals)]
    /// # impl Sales { const notice: Notice = Notice { children: Prop::new("notice", "children", "children") }; }
    /// # struct Notice { children: Prop<String> }
    /// # fn start(app: &'static App) {
    /// fn apologize(failed: &FailedCallback<'_>, context: &Context) {
    ///     context.set_props(Sales::notice.children, format!("That did not work: {failed}"));
    /// }
    ///
    /// dash_runtime::serve(app).on_error(apologize);
    /// # }
    /// ```
    pub fn on_error(
        self,
        handler: impl Fn(&FailedCallback<'_>, &Context) + Send + Sync + 'static,
    ) -> Self {
        Self { on_error: Some(Handler::new(handler)), ..self }
    }

    /// Keeps background jobs in this store, in place of a [`MemoryStore`], with which they end. A job that
    /// another build has queued and this one cannot run fails, with its id and the reason in the log.
    pub fn job_store(self, store: impl JobStore) -> Self {
        Self { store: Some(Arc::new(store)), ..self }
    }

    /// Sets the settings, in place of [`Config::from_env`]; to set some and have the environment say the
    /// others, `Config { title: "Sales".into(), ..Config::from_env()? }`.
    pub fn config(self, config: Config) -> Self {
        Self { config: Some(config), ..self }
    }

    /// Sets the socket to listen on, in place of one at the configured host and port: one that the
    /// system hands over, say, or whose port a test has to know.
    pub fn listener(self, listener: TcpListener) -> Self {
        Self { listener: Some(listener), ..self }
    }

    /// Serves until ctrl-c or SIGTERM and for [`Config::shutdown_delay`] after it; then takes no new
    /// clients, and lets open answers and background jobs finish for [`Config::shutdown_timeout`], or
    /// until a second signal. Jobs in a store that outlives the process are left to the next one at
    /// once; of others that do not finish in time the log tells. A plain `fn` that still computes then
    /// cannot be stopped, but [asks](Context::is_cancelled): the process ends when it returns.
    ///
    /// Writes one line to standard error that says where the app is found. With `DASH_PRINT_GRAPH`
    /// in the environment, `mermaid` or `json`, it serves nothing and prints the app's
    /// [graph](App::graph) to standard output.
    ///
    /// # Errors
    ///
    /// - A setting cannot be used, or a file of a suite is missing.
    /// - The path of a callback's `endpoint` is the server's or another's.
    /// - A callback, the layout fn or a page fn needs data that was not given.
    /// - The layout has an id twice, or cannot be written as JSON.
    /// - The address cannot be listened on.
    pub async fn run(mut self) -> Result<()> {
        if let Some(format) = std::env::var_os("DASH_PRINT_GRAPH") {
            return print_graph(self.app, &format.to_string_lossy());
        }
        let listener = self.listener.take();
        let shared = self.shared()?;
        run::run(shared, listener).await
    }

    /// The server as a router, to be nested in or merged into another one; layers are left to the caller.
    ///
    /// Host, port and listener are not used. Nested by `nest("/x", ..)`, the app is found at `/x`;
    /// by `nest_service("/x", ..)`, at `/x` and `/x/`.
    ///
    /// # Errors
    ///
    /// - A setting cannot be used, or a file of a suite is missing.
    /// - The path of a callback's `endpoint` is the server's or another's.
    /// - A callback, the layout fn or a page fn needs data that was not given.
    /// - The layout has an id twice, or cannot be written as JSON.
    pub fn into_router<S: Clone + Send + Sync + 'static>(self) -> Result<Router<S>> {
        Ok(router(Arc::new(self.shared()?)))
    }

    pub(super) fn shared(self) -> Result<Shared> {
        let config = self.config.map_or_else(Config::from_env, Ok)?;
        config.check()?;
        let suites = Arc::new(Suites::new(self.suites)?);
        check_data(self.app, &self.data)?;
        let pages = Pages::of(self.app, &config.title)?.map(Arc::new);
        let mut hidden: Vec<&'static CallbackDef> = background::cancels(self.app.callbacks);
        if pages.is_some() {
            hidden.extend([&SHOW, &ENTITLE]);
        }
        let callbacks = [self.app.callbacks, &hidden].concat();
        let dependencies = dependencies::json(self.app.callbacks, &hidden, &config)?;
        let mut data = self.data;
        if let Some(pages) = &pages {
            data.insert(Arc::clone(pages));
        }
        let registry = Arc::new(Registry::new(self.app, &hidden, self.on_error.as_ref()));
        endpoint::check(&registry)?;
        let store = self.store.unwrap_or_else(|| Arc::new(MemoryStore::default()));
        let handles = Handles::new(&secret(&config, &*store)?);
        let jobs = Jobs::new(Arc::clone(&registry), data.clone(), store, config.background_jobs);
        jobs.run();
        Ok(Shared {
            page: Page::new(
                &config,
                Arc::clone(&suites),
                &callbacks,
                &dependencies,
                pages.is_some(),
            ),
            prefix: Prefix::new(&config),
            pages,
            layout: Source::new(&self.app.layout, &suites)?,
            suites,
            dependencies: layout::fixed(dependencies),
            reload: Reload::new(&config),
            callbacks: registry,
            jobs,
            handles,
            data,
            sockets: Sockets::default(),
            open_pages: self.open_pages,
            rate: config.rate_limit.map(Rate::new),
            is_ending: AtomicBool::new(false),
            config,
        })
    }
}

/// What signs the names of background jobs: what the settings say, else what lives as long as the jobs.
fn secret(config: &Config, store: &dyn JobStore) -> Result<Vec<u8>> {
    if let Some(key) = &config.secret_key {
        return Ok(key.clone().into_bytes());
    }
    if let Some(kept) = store.secret() {
        return Ok(kept);
    }
    nonce().map(String::into_bytes).map_err(|error| Error::App(error.to_string().into()))
}

fn print_graph(app: &App, format: &str) -> Result<()> {
    let graph = app.graph();
    let text = match format {
        "mermaid" => graph.to_mermaid(),
        "json" => graph.to_json() + "\n",
        _ => {
            let text = format!("`DASH_PRINT_GRAPH` is `{format}`; it can be `mermaid` or `json`");
            return Err(Error::Config(vec![text]));
        }
    };
    Ok(std::io::stdout().write_all(text.as_bytes())?)
}

/// All data that callbacks, the layout fn and pages need is there.
fn check_data(app: &App, data: &DataMap) -> Result<()> {
    let callbacks = app.callbacks.iter().flat_map(|def| {
        def.requires.iter().filter_map(|needs| Some((format!("callback `{}`", def.name), needs()?)))
    });
    let layout = match app.layout {
        Layout::Once(_) => Vec::new(),
        Layout::PerLoad(layout) => (layout.requires)()
            .into_iter()
            .map(|needed| (format!("layout fn `{}`", layout.name), needed))
            .collect(),
    };
    let pages = app.pages.iter().flat_map(|page| {
        (page.requires)().into_iter().map(|needed| (format!("page `{}`", page.view.name), needed))
    });
    let missing: Vec<String> = callbacks
        .chain(layout)
        .chain(pages)
        .filter(|(_, needed)| !data.holds(needed.ty))
        .map(|(who, needed)| format!("{who} needs `Data<{}>`", needed.name))
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(Error::MissingData(missing)) }
}

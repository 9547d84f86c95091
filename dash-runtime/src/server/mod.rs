//! The server: its route list, and what the routes share.

mod assets;
mod background;
mod body;
mod builder;
mod call;
mod client;
mod clientside;
mod connections;
mod dependencies;
mod document;
mod encoding;
mod endpoint;
mod favicon;
mod fixed;
mod folder;
mod foreign;
mod forgery;
mod front_end;
mod handles;
mod health;
mod html;
mod ids;
#[cfg(feature = "testing")]
mod in_process;
mod layout;
mod live;
mod meta;
mod nonce;
mod origin;
mod packed;
mod page;
mod page_config;
mod pages;
mod plotly;
mod prefix;
mod rate;
mod refuse;
mod reload;
mod reply;
mod run;
mod script;
mod security_headers;
mod signals;
mod socket;
mod streamed;
mod suite;
mod suites;
#[cfg(feature = "testing")]
mod test_page;
mod update_component;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use axum::Router;
use axum::extract::State;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tower::service_fn;
use tower::util::MapRequestLayer;

use self::fixed::Fixed;
use self::folder::Folder;
use self::foreign::Suites;
use self::handles::Handles;
use self::layout::Source;
use self::page::Page;
use self::pages::Pages;
use self::prefix::Prefix;
use self::rate::Rate;
use self::reload::Reload;
use self::socket::Sockets;
use crate::callback::dispatch::Registry;
use crate::caller::Caller;
use crate::context::DataMap;
use crate::jobs::Jobs;
use crate::{Config, Context};

pub use self::builder::{Server, serve};
#[cfg(feature = "testing")]
pub(crate) use self::call::Answer;
#[cfg(feature = "testing")]
pub(crate) use self::in_process::InProcess;
pub use self::live::{OpenPages, PageError, PageHandle};
pub use self::suite::Suite;
#[cfg(feature = "testing")]
pub(crate) use self::test_page::{TestPage, Word};
#[doc(no_inline)]
pub use axum;

/// What the routes share.
#[derive(Debug)]
struct Shared {
    config: Config,
    prefix: Prefix,
    callbacks: Arc<Registry>,
    jobs: Jobs,
    handles: Handles,
    data: DataMap,
    page: Page,
    suites: Arc<Suites>,
    layout: Source,
    pages: Option<Arc<Pages>>,
    dependencies: Fixed,
    reload: Reload,
    sockets: Sockets,
    open_pages: OpenPages,
    rate: Option<Rate>,
    /// Whether the process is about to end.
    is_ending: AtomicBool,
}

impl Shared {
    /// What a fn sees that is called for a page load, and by no prop.
    fn context(&self, caller: Arc<Caller>) -> Context {
        Context { data: self.data.clone(), caller, ..Context::default() }
    }
}

type Site = State<Arc<Shared>>;

/// The route list. The page is a wildcard and not a fallback, so that the router nests and merges.
fn router<S: Clone + Send + Sync + 'static>(shared: Arc<Shared>) -> Router<S> {
    let config = &shared.config;
    let at = |path: &str| format!("{}{path}", config.routes_pathname_prefix);
    let folder = Arc::new(Folder::new(&config.assets_folder));
    let assets = service_fn(move |request| assets::asset(Arc::clone(&folder), request));
    let router = Router::new()
        .route(&at(""), get(page::page))
        .route(&at("{*path}"), get(page::page))
        .route(&at("_dash-layout"), get(layout::layout))
        .route(&at("_dash-dependencies"), get(dependencies::dependencies))
        .route(&at("_dash-component-suites/{package}/{*path}"), get(suites::suite))
        .nest_service(&at(&config.assets_url_path), assets)
        .route(&at("_favicon.ico"), get(favicon::favicon))
        .route(&at("_reload-hash"), get(reload::reload_hash));
    let router = if shared.page.has_socket() {
        router
            .route(&at(socket::PATH), get(socket::ws_callback))
            .route(&at(socket::EVENTS), post(socket::sse_callback))
            .route(&at(socket::MESSAGES), post(socket::sse_message))
    } else {
        router
    };
    let router = security_headers::on(router, &config.security_headers)
        .route(&at("_dash-update-component"), post(update_component::update_component));
    let router = endpoint::routes(router, &shared.callbacks, &config.routes_pathname_prefix);
    let router = if shared.rate.is_some() {
        router.layer(from_fn_with_state(Arc::clone(&shared), rate::limited))
    } else {
        router
    };
    let router = health::routes(router, config);
    let compress = config.compress;
    let router = router.with_state(shared);
    if compress { router } else { router.layer(MapRequestLayer::new(encoding::plainly)) }
}

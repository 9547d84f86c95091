//! The settings of a server.

mod check;
mod csp;
mod dev_tools;
mod headers;
mod index;
mod rate;
mod read;
mod tags;

use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

pub(crate) use self::check::is_own;
pub use self::csp::Csp;
pub use self::dev_tools::DevTools;
pub use self::headers::SecurityHeaders;
pub(crate) use self::index::{Part, Slot, parts};
pub use self::rate::RateLimit;
pub use self::tags::{External, MetaTag};

/// The settings of a server.
///
/// [`Server`](crate::Server) reads them from the environment unless it is given some, by
/// [`from_env`](Self::from_env). What cannot be used stops the start, all of it in one error that names
/// each setting.
///
/// In a variable, what is on or off is `true` or `false`, `1` or `0`, `yes` or `no`, `on` or `off`; and
/// empty text is `None` where a setting can be that.
///
/// | | settings, and the variables that set them |
/// |---|---|
/// | Where it is found | [`host`](Self::host) `HOST`, [`port`](Self::port) `PORT`, [`routes_pathname_prefix`](Self::routes_pathname_prefix) `DASH_ROUTES_PATHNAME_PREFIX`, [`requests_pathname_prefix`](Self::requests_pathname_prefix) `DASH_REQUESTS_PATHNAME_PREFIX`, [`health_endpoint`](Self::health_endpoint) `DASH_HEALTH_ENDPOINT`, [`ready_endpoint`](Self::ready_endpoint) `DASH_READY_ENDPOINT`, [`proxies`](Self::proxies) `DASH_PROXIES` |
/// | The page | [`title`](Self::title) `DASH_TITLE`, [`update_title`](Self::update_title) `DASH_UPDATE_TITLE`, [`description`](Self::description) `DASH_DESCRIPTION`, [`include_pages_meta`](Self::include_pages_meta) `DASH_INCLUDE_PAGES_META`, [`meta_tags`](Self::meta_tags), [`external_scripts`](Self::external_scripts) `DASH_EXTERNAL_SCRIPTS`, [`external_stylesheets`](Self::external_stylesheets) `DASH_EXTERNAL_STYLESHEETS`, [`index_string`](Self::index_string), [`show_undo_redo`](Self::show_undo_redo) `DASH_SHOW_UNDO_REDO`, [`prevent_initial_callbacks`](Self::prevent_initial_callbacks) `DASH_PREVENT_INITIAL_CALLBACKS` |
/// | Assets | [`assets_folder`](Self::assets_folder) `DASH_ASSETS_FOLDER`, [`assets_url_path`](Self::assets_url_path) `DASH_ASSETS_URL_PATH`, [`include_assets_files`](Self::include_assets_files) `DASH_INCLUDE_ASSETS_FILES`, [`assets_ignore`](Self::assets_ignore) `DASH_ASSETS_IGNORE`, [`assets_path_ignore`](Self::assets_path_ignore) `DASH_ASSETS_PATH_IGNORE`, [`assets_external_path`](Self::assets_external_path) `DASH_ASSETS_EXTERNAL_PATH` |
/// | For authors | [`debug`](Self::debug) `DASH_DEBUG`, [`dev_tools`](Self::dev_tools) (a variable for [each](DevTools)) |
/// | Limits | [`body_limit`](Self::body_limit) `DASH_BODY_LIMIT`, [`read_timeout`](Self::read_timeout) `DASH_READ_TIMEOUT`, [`callback_timeout`](Self::callback_timeout) `DASH_CALLBACK_TIMEOUT`, [`max_connections`](Self::max_connections) `DASH_MAX_CONNECTIONS`, [`rate_limit`](Self::rate_limit) `DASH_RATE_LIMIT`, [`shutdown_delay`](Self::shutdown_delay) `DASH_SHUTDOWN_DELAY`, [`shutdown_timeout`](Self::shutdown_timeout) `DASH_SHUTDOWN_TIMEOUT`, [`compress`](Self::compress) `DASH_COMPRESS`, [`compress_from`](Self::compress_from) `DASH_COMPRESS_FROM` |
/// | Sockets | [`websocket_callbacks`](Self::websocket_callbacks) `DASH_WEBSOCKET_CALLBACKS`, [`websocket_allowed_origins`](Self::websocket_allowed_origins) `DASH_WEBSOCKET_ALLOWED_ORIGINS`, [`websocket_inactivity_timeout`](Self::websocket_inactivity_timeout) `DASH_WEBSOCKET_INACTIVITY_TIMEOUT`, [`websocket_heartbeat_interval`](Self::websocket_heartbeat_interval) `DASH_WEBSOCKET_HEARTBEAT_INTERVAL`, [`websocket_resume_timeout`](Self::websocket_resume_timeout) `DASH_WEBSOCKET_RESUME_TIMEOUT`, [`websocket_resume_bytes`](Self::websocket_resume_bytes) `DASH_WEBSOCKET_RESUME_BYTES` |
/// | Safety | [`allowed_origins`](Self::allowed_origins) `DASH_ALLOWED_ORIGINS`, [`csrf_token_name`](Self::csrf_token_name) `DASH_CSRF_TOKEN_NAME`, [`csrf_header_name`](Self::csrf_header_name) `DASH_CSRF_HEADER_NAME`, [`security_headers`](Self::security_headers), [`csp`](Self::csp) `DASH_CSP` |
/// | Background jobs | [`background_jobs`](Self::background_jobs) `DASH_BACKGROUND_JOBS`, [`secret_key`](Self::secret_key) `DASH_SECRET_KEY` |
///
/// # Examples
///
/// ```
/// # fn main() -> dash_runtime::Result<()> {
/// use dash_runtime::Config;
///
/// let config = Config { title: "Sales".into(), ..Config::from_env()? };
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting")]
pub struct Config {
    /// The name or address to listen on. Default: `127.0.0.1`, which only this machine reaches. `HOST`.
    pub host: String,
    /// The port to listen on; 0 takes any free one. Default: 8050. `PORT`.
    pub port: u16,
    /// Shows developer tools in the page and real error messages in answers.
    /// Default: on in a debug build. `DASH_DEBUG`.
    pub debug: bool,
    /// The path below which this server answers, such as `/sales/`: starts and ends with `/`, between
    /// them letters, digits and `-._~/`. Default: `/`.
    /// `DASH_ROUTES_PATHNAME_PREFIX`, or `DASH_URL_BASE_PATHNAME` for this and the next.
    pub routes_pathname_prefix: String,
    /// The path below which the browser finds this server; ends with `routes_pathname_prefix`.
    /// Needed behind a proxy that strips a part of the path. Default: `None`, the routes' prefix
    /// below the path at which the router is nested. `DASH_REQUESTS_PATHNAME_PREFIX`.
    pub requests_pathname_prefix: Option<String>,
    /// The folder of stylesheets, scripts and images, relative to the working directory;
    /// it need not exist. Links that lead out of it are not followed. Default: `assets`. `DASH_ASSETS_FOLDER`.
    pub assets_folder: PathBuf,
    /// Where the assets are served, below the prefix. Default: `assets`. `DASH_ASSETS_URL_PATH`.
    pub assets_url_path: String,
    /// Puts the stylesheets, scripts and the icon of the assets into the page. Default: on.
    /// `DASH_INCLUDE_ASSETS_FILES`.
    pub include_assets_files: bool,
    /// A regular expression; files with a name in which it is found are left out of the page, and
    /// served all the same. Default: none. `DASH_ASSETS_IGNORE`.
    pub assets_ignore: Option<String>,
    /// The same for names of folders: what lies in them is left out. Default: none.
    /// `DASH_ASSETS_PATH_IGNORE`, where it is one.
    pub assets_path_ignore: Vec<String>,
    /// A URL such as `https://cdn.example.org/`, below which the page loads the assets in place of the
    /// prefix; the same files must be there. Default: `None`. `DASH_ASSETS_EXTERNAL_PATH`.
    pub assets_external_path: Option<String>,
    /// A path below the prefix, such as `health`, that answers `OK` for as long as the server answers at
    /// all, for whoever starts it again if it does not. Default: `None`. `DASH_HEALTH_ENDPOINT`.
    pub health_endpoint: Option<String>,
    /// A path below the prefix, such as `ready`, that answers `OK` while the server takes new clients,
    /// and 503 from ctrl-c or SIGTERM on, for load balancers. Default: `None`. `DASH_READY_ENDPOINT`.
    pub ready_endpoint: Option<String>,
    /// The page's title. Default: `Dash`. `DASH_TITLE`.
    pub title: String,
    /// The page's title while callbacks run; `None` leaves it alone.
    /// Default: `Updating...`. `DASH_UPDATE_TITLE`, where empty text means `None`.
    pub update_title: Option<String>,
    /// What the app is about, for search engines and for those who share a link to it.
    /// Default: `None`. `DASH_DESCRIPTION`.
    pub description: Option<String>,
    /// Says with each page how a link to it looks where somebody shares it (`og:` and `twitter:`): its
    /// title, description and image. Default: on. `DASH_INCLUDE_PAGES_META`.
    pub include_pages_meta: bool,
    /// More `<meta>` elements of the page. One for `viewport` or with `charset` takes the place of ours.
    /// Default: none.
    pub meta_tags: Vec<MetaTag>,
    /// Scripts that the page loads before its own. Default: none.
    /// `DASH_EXTERNAL_SCRIPTS`, URLs with blanks between them.
    pub external_scripts: Vec<External>,
    /// Stylesheets that the page loads before its own. Default: none.
    /// `DASH_EXTERNAL_STYLESHEETS`, URLs with blanks between them.
    pub external_stylesheets: Vec<External>,
    /// The HTML around the app, with the slots `{%metas%}`, `{%title%}`, `{%favicon%}`, `{%css%}`,
    /// `{%app_entry%}`, `{%config%}`, `{%scripts%}` and `{%renderer%}`; the three of `app_entry`,
    /// `config` and `scripts` must be there. Scripts of its own run if they bear the nonce:
    /// `<script nonce="{%nonce%}">`. Default: a plain page.
    pub index_string: String,
    /// Shows the buttons that undo and redo what the reader did. Default: off. `DASH_SHOW_UNDO_REDO`.
    pub show_undo_redo: bool,
    /// No callback runs when the page is loaded; as if each said `prevent_initial_call`.
    /// Default: off. `DASH_PREVENT_INITIAL_CALLBACKS`.
    pub prevent_initial_callbacks: bool,
    /// What an author sees in the page. Default: [`DevTools::default`].
    pub dev_tools: DevTools,
    /// Compresses answers for clients that accept it; off where a proxy does. Default: on.
    /// `DASH_COMPRESS`.
    pub compress: bool,
    /// The size in bytes from which a callback's answer is compressed, for a client that accepts it.
    /// Default: 16,384, a little more than what TCP sends at once on a new connection. `DASH_COMPRESS_FROM`.
    pub compress_from: usize,
    /// The size in bytes up to which a request's body is read, or a message over a socket; a larger body
    /// is refused with 413, and a larger message ends its socket. Default: 64 MiB. `DASH_BODY_LIMIT`.
    pub body_limit: usize,
    /// How long a client may take to send the head of a request, from the connection or the last answer
    /// on; a body has as long, and a second for each kilobyte, and is then refused with 408. Zero is for
    /// ever. Default: 30 seconds. `DASH_READ_TIMEOUT`, in whole seconds.
    pub read_timeout: Duration,
    /// How many connections are open at once, where more wait; and how many sockets beside them, where
    /// more are refused with 503. A page whose connection is cut makes room for one that comes. At
    /// least 1. Default: 10,000. `DASH_MAX_CONNECTIONS`.
    pub max_connections: usize,
    /// How long a callback may take; then it is dropped at its next await, and answered with 504. A
    /// plain fn that computes cannot be stopped, but nobody waits for it any more. More than zero.
    /// Default: `None`, as long as it wants. `DASH_CALLBACK_TIMEOUT`, in seconds, such as `2.5`.
    pub callback_timeout: Option<Duration>,
    /// Calls all callbacks over a WebSocket, not only those with the word `websocket`. Where a proxy
    /// forbids those, server-sent events serve in its place, under the same settings; a browser that
    /// can do neither calls them over HTTP. Default: off. `DASH_WEBSOCKET_CALLBACKS`.
    pub websocket_callbacks: bool,
    /// Origins such as `https://example.org` whose pages may open a socket, beside the server's own and `allowed_origins`.
    /// Needed behind a proxy that changes the `Host`. Default: none.
    /// `DASH_WEBSOCKET_ALLOWED_ORIGINS`, with commas between them.
    pub websocket_allowed_origins: Vec<String>,
    /// After how long a socket is closed over which nothing is called or set; the page opens it
    /// again when needed. Zero is never. Default: 5 minutes. `DASH_WEBSOCKET_INACTIVITY_TIMEOUT`,
    /// in whole seconds.
    pub websocket_inactivity_timeout: Duration,
    /// How often a browser asks over its socket whether the server is there; more than zero. Default: 30 seconds.
    /// `DASH_WEBSOCKET_HEARTBEAT_INTERVAL`, in whole seconds.
    pub websocket_heartbeat_interval: Duration,
    /// How long the server keeps what a page has missed whose connection is cut; streams and other
    /// callbacks go on in the meantime. A page that comes back later begins anew. Default: 30 seconds;
    /// zero, and each page begins anew. `DASH_WEBSOCKET_RESUME_TIMEOUT`, in whole seconds.
    pub websocket_resume_timeout: Duration,
    /// How many bytes of what was sent over a socket are kept until the browser says that it has them.
    /// Default: 256 KiB. `DASH_WEBSOCKET_RESUME_BYTES`.
    pub websocket_resume_bytes: usize,
    /// What the names of background jobs are signed with: long, and known to nobody else. Servers that
    /// share a store of jobs need the same. Default: `None`, a random one that is kept with the jobs. `DASH_SECRET_KEY`.
    pub secret_key: Option<String>,
    /// How many background callbacks run at the same time, at least 1; the others wait. Default: four for each
    /// of the machine's processors. `DASH_BACKGROUND_JOBS`.
    pub background_jobs: u32,
    /// How long the server goes on as before after ctrl-c or SIGTERM, while `ready_endpoint` already
    /// says that it ends: until a load balancer has noticed. Default: zero. `DASH_SHUTDOWN_DELAY`, in
    /// whole seconds.
    pub shutdown_delay: Duration,
    /// How long open answers may take to finish after that, and background jobs that no store keeps
    /// for the next process. Default: 10 seconds. `DASH_SHUTDOWN_TIMEOUT`, in whole seconds.
    pub shutdown_timeout: Duration,
    /// Origins such as `https://example.org` whose pages may call callbacks, beside the server's own.
    /// A browser's request from any other site is refused. Default: none. `DASH_ALLOWED_ORIGINS`, with
    /// commas between them.
    pub allowed_origins: Vec<String>,
    /// The cookie that holds the token against forged requests: letters, digits, `-` and `_`. Default: `_csrf_token`.
    /// `DASH_CSRF_TOKEN_NAME`.
    pub csrf_token_name: String,
    /// The header in which a page sends that token back, of the same letters. Default: `X-CSRFToken`.
    /// `DASH_CSRF_HEADER_NAME`.
    pub csrf_header_name: String,
    /// What answers tell a browser to be careful with. Default: [`SecurityHeaders::default`].
    pub security_headers: SecurityHeaders,
    /// How often one client may ask. Default: `None`, as often as it wants. `DASH_RATE_LIMIT`,
    /// requests a second and how many at once, such as `20,100`.
    pub rate_limit: Option<RateLimit>,
    /// How many proxies stand before the server, each of which adds to `X-Forwarded-For` who asked it;
    /// by the outermost the server knows its clients, and by `X-Forwarded-Proto` whether they came over
    /// TLS. A request that passed fewer has a client that nobody knows, and no rate limit: let none reach
    /// the server but through them. Default: 0, a client is who connects. `DASH_PROXIES`.
    pub proxies: usize,
    /// What the page may load and run. Default: [`Csp::default`]. `DASH_CSP`, where `off` means
    /// [`Csp::off`] and anything else is directives that take the place of the default's:
    /// `img-src 'self'; frame-src https://example.org`.
    pub csp: Csp,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            host: "127.0.0.1".into(),
            port: 8050,
            debug: cfg!(debug_assertions),
            routes_pathname_prefix: "/".into(),
            requests_pathname_prefix: None,
            assets_folder: "assets".into(),
            assets_url_path: "assets".into(),
            include_assets_files: true,
            assets_ignore: None,
            assets_path_ignore: Vec::new(),
            assets_external_path: None,
            health_endpoint: None,
            ready_endpoint: None,
            title: "Dash".into(),
            update_title: Some("Updating...".into()),
            description: None,
            include_pages_meta: true,
            meta_tags: Vec::new(),
            external_scripts: Vec::new(),
            external_stylesheets: Vec::new(),
            index_string: index::DEFAULT.into(),
            show_undo_redo: false,
            prevent_initial_callbacks: false,
            dev_tools: DevTools::default(),
            compress: true,
            compress_from: 16 * 1024,
            body_limit: 64 * 1024 * 1024,
            read_timeout: Duration::from_secs(30),
            max_connections: 10_000,
            callback_timeout: None,
            websocket_callbacks: false,
            websocket_allowed_origins: Vec::new(),
            websocket_inactivity_timeout: Duration::from_mins(5),
            websocket_heartbeat_interval: Duration::from_secs(30),
            websocket_resume_timeout: Duration::from_secs(30),
            websocket_resume_bytes: 256 * 1024,
            secret_key: None,
            background_jobs: 4 * processors(),
            shutdown_delay: Duration::ZERO,
            shutdown_timeout: Duration::from_secs(10),
            allowed_origins: Vec::new(),
            csrf_token_name: "_csrf_token".into(),
            csrf_header_name: "X-CSRFToken".into(),
            security_headers: SecurityHeaders::default(),
            rate_limit: None,
            proxies: 0,
            csp: Csp::default(),
        }
    }
}

fn processors() -> u32 {
    available_parallelism().ok().and_then(|count| u32::try_from(count.get()).ok()).unwrap_or(1)
}

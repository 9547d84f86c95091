//! The settings of a server.

mod check;
mod csp;
mod read;

use std::path::PathBuf;
use std::time::Duration;

pub use self::csp::Csp;

/// The settings of a server.
///
/// [`Server`](crate::Server) reads them from the environment unless it is given some.
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
pub struct Config {
    /// The name or address to listen on. Default: `127.0.0.1`, which only this machine reaches. `HOST`.
    pub host: String,
    /// The port to listen on; 0 takes any free one. Default: 8050. `PORT`.
    pub port: u16,
    /// Shows developer tools in the page and real error messages in answers.
    /// Default: on in a debug build. `DASH_DEBUG`.
    pub debug: bool,
    /// The path below which this server answers; starts and ends with `/`. Default: `/`.
    /// `DASH_ROUTES_PATHNAME_PREFIX`, or `DASH_URL_BASE_PATHNAME` for this and the next.
    pub routes_pathname_prefix: String,
    /// The path below which the browser finds this server; ends with `routes_pathname_prefix`.
    /// Needed behind a proxy that strips a part of the path. Default: `None`, the routes' prefix
    /// below the path at which the router is nested. `DASH_REQUESTS_PATHNAME_PREFIX`.
    pub requests_pathname_prefix: Option<String>,
    /// The folder of stylesheets, scripts and images, relative to the working directory;
    /// it need not exist. Default: `assets`. `DASH_ASSETS_FOLDER`.
    pub assets_folder: PathBuf,
    /// Where the assets are served, below the prefix. Default: `assets`. `DASH_ASSETS_URL_PATH`.
    pub assets_url_path: String,
    /// A path below the prefix that answers `OK`, for load balancers. Default: `None`. `DASH_HEALTH_ENDPOINT`.
    pub health_endpoint: Option<String>,
    /// The page's title. Default: `Dash`. `DASH_TITLE`.
    pub title: String,
    /// The page's title while callbacks run; `None` leaves it alone.
    /// Default: `Updating...`. `DASH_UPDATE_TITLE`, where empty text means `None`.
    pub update_title: Option<String>,
    /// The size in bytes from which a callback's answer is compressed, for a client that accepts it.
    /// Default: 16,384, a little more than what TCP sends at once on a new connection. `DASH_COMPRESS_FROM`.
    pub compress_from: usize,
    /// The size in bytes up to which a request's body is read. Default: 64 MiB. `DASH_BODY_LIMIT`.
    pub body_limit: usize,
    /// Calls all callbacks over a WebSocket, not only those with the word `websocket`; a browser
    /// that cannot do so calls them over HTTP. Default: off. `DASH_WEBSOCKET_CALLBACKS`.
    pub websocket_callbacks: bool,
    /// Origins such as `https://example.org` whose pages may open a socket, beside the server's own.
    /// Needed behind a proxy that changes the `Host`. Default: none.
    /// `DASH_WEBSOCKET_ALLOWED_ORIGINS`, with commas between them.
    pub websocket_allowed_origins: Vec<String>,
    /// After how long a socket is closed over which nothing is called or set; the page opens it
    /// again when needed. Zero is never. Default: 5 minutes. `DASH_WEBSOCKET_INACTIVITY_TIMEOUT`,
    /// in whole seconds.
    pub websocket_inactivity_timeout: Duration,
    /// How often a browser asks over its socket whether the server is there. Default: 30 seconds.
    /// `DASH_WEBSOCKET_HEARTBEAT_INTERVAL`, in whole seconds.
    pub websocket_heartbeat_interval: Duration,
    /// How long open answers may take to finish after ctrl-c or SIGTERM.
    /// Default: 10 seconds. `DASH_SHUTDOWN_TIMEOUT`, in whole seconds.
    pub shutdown_timeout: Duration,
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
            health_endpoint: None,
            title: "Dash".into(),
            update_title: Some("Updating...".into()),
            compress_from: 16 * 1024,
            body_limit: 64 * 1024 * 1024,
            websocket_callbacks: false,
            websocket_allowed_origins: Vec::new(),
            websocket_inactivity_timeout: Duration::from_mins(5),
            websocket_heartbeat_interval: Duration::from_secs(30),
            shutdown_timeout: Duration::from_secs(10),
            csp: Csp::default(),
        }
    }
}

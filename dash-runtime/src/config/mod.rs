//! The settings of a server.

mod check;
mod csp;
mod dev_tools;
mod index;
mod read;
mod tags;

use std::path::PathBuf;
use std::time::Duration;

pub use self::csp::Csp;
pub use self::dev_tools::DevTools;
pub(crate) use self::index::{Part, Slot, parts};
pub use self::tags::{External, MetaTag};

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
#[expect(clippy::struct_excessive_bools, reason = "each is a setting")]
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
    /// A path below the prefix that answers `OK`, for load balancers. Default: `None`. `DASH_HEALTH_ENDPOINT`.
    pub health_endpoint: Option<String>,
    /// The page's title. Default: `Dash`. `DASH_TITLE`.
    pub title: String,
    /// The page's title while callbacks run; `None` leaves it alone.
    /// Default: `Updating...`. `DASH_UPDATE_TITLE`, where empty text means `None`.
    pub update_title: Option<String>,
    /// What the app is about, for search engines and for those who share a link to it.
    /// Default: `None`. `DASH_DESCRIPTION`.
    pub description: Option<String>,
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
    /// The cookie that holds the token against forged requests. Default: `_csrf_token`.
    /// `DASH_CSRF_TOKEN_NAME`.
    pub csrf_token_name: String,
    /// The header in which a page sends that token back. Default: `X-CSRFToken`.
    /// `DASH_CSRF_HEADER_NAME`.
    pub csrf_header_name: String,
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
            title: "Dash".into(),
            update_title: Some("Updating...".into()),
            description: None,
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
            websocket_callbacks: false,
            websocket_allowed_origins: Vec::new(),
            websocket_inactivity_timeout: Duration::from_mins(5),
            websocket_heartbeat_interval: Duration::from_secs(30),
            shutdown_timeout: Duration::from_secs(10),
            csrf_token_name: "_csrf_token".into(),
            csrf_header_name: "X-CSRFToken".into(),
            csp: Csp::default(),
        }
    }
}

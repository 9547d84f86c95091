//! The settings of the developer tools.
use std::time::Duration;

/// What an author sees of errors and reloads; each part is on in debug, unless it is set.
///
/// # Examples
///
/// ```
/// use dash_runtime::{Config, DevTools};
///
/// let dev_tools = DevTools { hot_reload: Some(false), ..DevTools::default() };
/// let config = Config { dev_tools, ..Config::default() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DevTools {
    /// The menu with errors and the callback graph. Default: as [`Config::debug`](crate::Config::debug).
    /// `DASH_UI`.
    pub ui: Option<bool>,
    /// Props are held against their types in the browser. Default: as `debug`. `DASH_PROPS_CHECK`.
    pub props_check: Option<bool>,
    /// Callbacks are held against the layout in the browser. Default: as `debug`.
    /// `DASH_VALIDATE_CALLBACKS`.
    pub validate_callbacks: Option<bool>,
    /// The page follows its server: it loads what has changed. Default: as `debug`. `DASH_HOT_RELOAD`.
    pub hot_reload: Option<bool>,
    /// How often the page asks for changes. Default: 1 second. `DASH_HOT_RELOAD_INTERVAL`, in
    /// seconds, such as `0.5`.
    pub hot_reload_interval: Duration,
    /// After how many failures in a row the page asks no more. Default: 8. `DASH_HOT_RELOAD_MAX_RETRY`.
    pub hot_reload_max_retry: u32,
}

impl Default for DevTools {
    fn default() -> Self {
        Self {
            ui: None,
            props_check: None,
            validate_callbacks: None,
            hot_reload: None,
            hot_reload_interval: Duration::from_secs(1),
            hot_reload_max_retry: 8,
        }
    }
}

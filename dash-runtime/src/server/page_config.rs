//! What the page's script needs to know, under Dash's names.
use serde_json::json;

use super::foreign::Suites;
use super::socket;
use crate::Config;
use crate::config::DevTools;

/// The settings that go into the page.
#[derive(Debug)]
pub(super) struct PageConfig {
    debug: bool,
    has_pages: bool,
    update_title: Option<String>,
    show_undo_redo: bool,
    csrf_token_name: String,
    csrf_header_name: String,
    tools: DevTools,
    pub(super) websocket: Option<socket::Settings>,
}

impl PageConfig {
    pub(super) fn new(
        config: &Config,
        has_pages: bool,
        websocket: Option<socket::Settings>,
    ) -> Self {
        Self {
            debug: config.debug,
            has_pages,
            update_title: config.update_title.clone(),
            show_undo_redo: config.show_undo_redo,
            csrf_token_name: config.csrf_token_name.clone(),
            csrf_header_name: config.csrf_header_name.clone(),
            tools: config.dev_tools.clone(),
            websocket,
        }
    }

    /// As JSON, for an app that is found below `prefix`.
    pub(super) fn json(&self, prefix: &str, suites: &Suites) -> String {
        let tools = &self.tools;
        let is_on = |switch: Option<bool>| switch.unwrap_or(self.debug);
        let mut config = json!({
            "url_base_pathname": null,
            "requests_pathname_prefix": prefix,
            "ui": is_on(tools.ui),
            "props_check": is_on(tools.props_check),
            "disable_version_check": true,
            "show_undo_redo": self.show_undo_redo,
            // A callback of one page has nothing to do on another; the compiler has checked the rest.
            "suppress_callback_exceptions": self.has_pages,
            "update_title": self.update_title,
            "children_props": suites.children_props,
            "suites": suites.namespaces,
            "serve_locally": true,
            "dash_version": env!("CARGO_PKG_VERSION"),
            "validate_callbacks": is_on(tools.validate_callbacks),
            "csrf_token_name": self.csrf_token_name,
            "csrf_header_name": self.csrf_header_name,
        });
        if is_on(tools.hot_reload) {
            let interval = u64::try_from(tools.hot_reload_interval.as_millis()).unwrap_or(u64::MAX);
            let max_retry = tools.hot_reload_max_retry;
            config["hot_reload"] = json!({"interval": interval, "max_retry": max_retry});
        }
        if is_on(tools.ui) {
            config["dev_tools"] = json!([]);
        }
        if let Some(websocket) = &self.websocket {
            config["websocket"] = websocket.json(prefix);
        }
        config.to_string()
    }
}

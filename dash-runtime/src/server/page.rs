//! `GET` of the prefix and of every path that no other route takes: the page.
use std::fmt::Write;
use std::sync::OnceLock;

use axum::extract::{NestedPath, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use dash_components::Node;
use serde_json::json;

use super::assets::Links;
use super::fixed::Fixed;
use super::front_end::Needs;
use super::suites::PACKAGE;
use super::{Site, plotly, script};
use crate::Config;

pub(super) async fn page(State(shared): Site, request: Request) -> Response {
    let nested = request.extensions().get().map_or("", NestedPath::as_str);
    match prefix(&shared.config, nested) {
        Some(prefix) => shared.page.answer(&prefix, request.headers()),
        None => (StatusCode::INTERNAL_SERVER_ERROR, PREFIX_UNKNOWN).into_response(),
    }
}

const PREFIX_UNKNOWN: &str =
    "this app is nested at a path with parameters: set `Config::requests_pathname_prefix`";

/// Where the browser finds the app; unknown where that differs from request to request.
fn prefix(config: &Config, nested: &str) -> Option<String> {
    if let Some(prefix) = &config.requests_pathname_prefix {
        return Some(prefix.clone());
    }
    let below = nested.trim_end_matches('/');
    (!below.contains('{')).then(|| format!("{below}{}", config.routes_pathname_prefix))
}

/// The page, less the prefix that its URLs start with.
#[derive(Debug)]
pub(super) struct Page {
    title: String,
    debug: bool,
    update_title: Option<String>,
    layout: String,
    dependencies: String,
    functions: String,
    needs: Needs,
    links: Links,
    /// The page for the first prefix asked for; there is seldom another.
    rendered: OnceLock<(String, Fixed)>,
}

impl Page {
    /// The page of an app with this layout; `json` and `dependencies` are what two other routes answer,
    /// `functions` the scripts of callbacks that the browser runs.
    pub(super) fn new(
        config: &Config,
        layout: &Node,
        json: &str,
        dependencies: &str,
        functions: String,
    ) -> Self {
        Self {
            title: script::text(&config.title),
            debug: config.debug,
            update_title: config.update_title.clone(),
            layout: script::json(json),
            dependencies: script::json(dependencies),
            functions,
            needs: Needs::of(layout, plotly::needed(layout)),
            links: Links::find(&config.assets_folder, &config.assets_url_path),
            rendered: OnceLock::new(),
        }
    }

    fn answer(&self, prefix: &str, headers: &axum::http::HeaderMap) -> Response {
        let render = || Fixed::new("text/html; charset=utf-8", self.render(prefix));
        let (known, page) = self.rendered.get_or_init(|| (prefix.to_owned(), render()));
        if known == prefix { page.answer(headers) } else { render().answer(headers) }
    }

    fn render(&self, prefix: &str) -> String {
        let mut page = String::with_capacity(4096 + self.layout.len() + self.dependencies.len());
        page.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.head(&mut page, prefix);
        page.push_str("</head>\n<body>\n");
        page.push_str(
            "<main id=\"react-entry-point\"><div class=\"_dash-loading\">Loading...</div></main>\n",
        );
        data(&mut page, "_dash-config", &script::json(&self.config(prefix)));
        data(&mut page, "_dash-layout", &self.layout);
        data(&mut page, "_dash-dependencies", &self.dependencies);
        page.push_str("<noscript>This page needs JavaScript.</noscript>\n");
        self.scripts(&mut page, prefix);
        page.push_str("</body>\n</html>\n");
        page
    }

    fn head(&self, page: &mut String, prefix: &str) {
        let icon = self.links.icon.as_deref().unwrap_or("_favicon.ico");
        line(page, format_args!("<title>{}</title>", self.title));
        line(
            page,
            format_args!("<link rel=\"icon\" type=\"image/x-icon\" href=\"{prefix}{icon}\">"),
        );
        let suites = format!("{prefix}_dash-component-suites/{PACKAGE}/");
        for style in &self.needs.styles {
            line(page, format_args!("<link rel=\"stylesheet\" href=\"{suites}{style}\">"));
        }
        for module in &self.needs.modules {
            line(page, format_args!("<link rel=\"modulepreload\" href=\"{suites}{module}\">"));
        }
        if let Some(plotly) = self.needs.plotly {
            line(
                page,
                format_args!("<link rel=\"preload\" as=\"script\" href=\"{suites}{plotly}\">"),
            );
        }
        for style in &self.links.styles {
            line(page, format_args!("<link rel=\"stylesheet\" href=\"{prefix}{style}\">"));
        }
    }

    fn scripts(&self, page: &mut String, prefix: &str) {
        for script in &self.links.scripts {
            let module = if script.contains(".mjs?") { " type=\"module\"" } else { "" };
            line(page, format_args!("<script{module} src=\"{prefix}{script}\"></script>"));
        }
        page.push_str(&self.functions);
        if let Some(entry) = self.needs.entry {
            let src = format_args!("{prefix}_dash-component-suites/{PACKAGE}/{entry}");
            line(page, format_args!("<script type=\"module\" src=\"{src}\"></script>"));
        }
    }

    /// What the page's script needs to know, under Dash's names.
    fn config(&self, prefix: &str) -> String {
        let mut config = json!({
            "url_base_pathname": null,
            "requests_pathname_prefix": prefix,
            "ui": self.debug,
            "props_check": self.debug,
            "disable_version_check": true,
            "show_undo_redo": false,
            "suppress_callback_exceptions": false,
            "update_title": self.update_title,
            "children_props": {},
            "serve_locally": true,
            "dash_version": env!("CARGO_PKG_VERSION"),
            "validate_callbacks": self.debug,
            "csrf_token_name": "_csrf_token",
            "csrf_header_name": "X-CSRFToken",
        });
        if self.debug {
            config["hot_reload"] = json!({"interval": 3000, "max_retry": 8});
            config["dev_tools"] = json!([]);
        }
        config.to_string()
    }
}

fn line(page: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into memory does not fail.
    let _ = writeln!(page, "{text}");
}

fn data(page: &mut String, id: &str, json: &str) {
    line(page, format_args!("<script id=\"{id}\" type=\"application/json\">{json}</script>"));
}

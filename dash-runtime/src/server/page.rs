//! `GET` of the prefix and of every path that no other route takes: the page.
use std::fmt::Write;
use std::sync::OnceLock;

use axum::extract::{NestedPath, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use dash_components::Node;
use serde_json::json;

use super::assets::Links;
use super::fixed::Fixed;
use super::front_end::Needs;
use super::layout::{self, Source};
use super::suites::PACKAGE;
use super::{Site, plotly, script};
use crate::Config;

pub(super) async fn page(State(shared): Site, request: Request) -> Response {
    let nested = request.extensions().get().map_or("", NestedPath::as_str);
    let Some(prefix) = prefix(&shared.config, nested) else {
        return (StatusCode::INTERNAL_SERVER_ERROR, PREFIX_UNKNOWN).into_response();
    };
    let headers = request.headers();
    let per_load = match &shared.layout {
        Source::Once(once) => return shared.page.answer(&prefix, &once.contents, headers),
        Source::PerLoad(per_load) => per_load,
    };
    match layout::build(per_load, &shared).await {
        Ok((node, json)) => {
            let page = shared.page.render(&prefix, &Contents::new(&node, &json));
            Fixed::once(HTML, page, headers).answer(headers)
        }
        Err(failure) => no_layout(&failure, shared.config.debug),
    }
}

/// What a reader sees in place of the page.
fn no_layout(failure: &layout::Failure, debug: bool) -> Response {
    let text = if debug {
        format!("this page has no layout: {failure}")
    } else {
        "this page cannot be shown at the moment; see the server's log".to_owned()
    };
    (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
}

const HTML: &str = "text/html; charset=utf-8";

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

/// A layout on its way into a page: its JSON, and the files that show it.
#[derive(Debug)]
pub(super) struct Contents {
    layout: String,
    needs: Needs,
}

impl Contents {
    /// Of this layout, whose JSON is `json`.
    pub(super) fn new(layout: &Node, json: &str) -> Self {
        Self { layout: script::json(json), needs: Needs::of(layout, plotly::needed(layout)) }
    }
}

/// The page, less its layout and the prefix that its URLs start with.
#[derive(Debug)]
pub(super) struct Page {
    title: String,
    debug: bool,
    update_title: Option<String>,
    dependencies: String,
    functions: String,
    links: Links,
    /// The page of a layout that never changes, for the first prefix asked for; there is seldom another.
    rendered: OnceLock<(String, Fixed)>,
}

impl Page {
    /// The pages of an app; `dependencies` is what another route answers, `functions` the scripts
    /// of callbacks that the browser runs.
    pub(super) fn new(config: &Config, dependencies: &str, functions: String) -> Self {
        Self {
            title: script::text(&config.title),
            debug: config.debug,
            update_title: config.update_title.clone(),
            dependencies: script::json(dependencies),
            functions,
            links: Links::find(&config.assets_folder, &config.assets_url_path),
            rendered: OnceLock::new(),
        }
    }

    fn answer(&self, prefix: &str, contents: &Contents, headers: &HeaderMap) -> Response {
        let render = || Fixed::new(HTML, self.render(prefix, contents));
        let (known, page) = self.rendered.get_or_init(|| (prefix.to_owned(), render()));
        if known == prefix { page.answer(headers) } else { render().answer(headers) }
    }

    fn render(&self, prefix: &str, Contents { layout, needs }: &Contents) -> String {
        let mut page = String::with_capacity(4096 + layout.len() + self.dependencies.len());
        page.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.head(&mut page, prefix, needs);
        page.push_str("</head>\n<body>\n");
        page.push_str(
            "<main id=\"react-entry-point\"><div class=\"_dash-loading\">Loading...</div></main>\n",
        );
        data(&mut page, "_dash-config", &script::json(&self.config(prefix)));
        data(&mut page, "_dash-layout", layout);
        data(&mut page, "_dash-dependencies", &self.dependencies);
        page.push_str("<noscript>This page needs JavaScript.</noscript>\n");
        self.scripts(&mut page, prefix, needs);
        page.push_str("</body>\n</html>\n");
        page
    }

    fn head(&self, page: &mut String, prefix: &str, needs: &Needs) {
        let icon = self.links.icon.as_deref().unwrap_or("_favicon.ico");
        line(page, format_args!("<title>{}</title>", self.title));
        line(
            page,
            format_args!("<link rel=\"icon\" type=\"image/x-icon\" href=\"{prefix}{icon}\">"),
        );
        let suites = format!("{prefix}_dash-component-suites/{PACKAGE}/");
        for style in &needs.styles {
            line(page, format_args!("<link rel=\"stylesheet\" href=\"{suites}{style}\">"));
        }
        for module in &needs.modules {
            line(page, format_args!("<link rel=\"modulepreload\" href=\"{suites}{module}\">"));
        }
        if let Some(plotly) = needs.plotly {
            line(
                page,
                format_args!("<link rel=\"preload\" as=\"script\" href=\"{suites}{plotly}\">"),
            );
        }
        for style in &self.links.styles {
            line(page, format_args!("<link rel=\"stylesheet\" href=\"{prefix}{style}\">"));
        }
    }

    fn scripts(&self, page: &mut String, prefix: &str, needs: &Needs) {
        for script in &self.links.scripts {
            let module = if script.contains(".mjs?") { " type=\"module\"" } else { "" };
            line(page, format_args!("<script{module} src=\"{prefix}{script}\"></script>"));
        }
        page.push_str(&self.functions);
        if let Some(entry) = needs.entry {
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

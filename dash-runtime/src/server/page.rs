//! `GET` of the prefix and of every path that no other route takes: the page.
use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use dash_components::Node;
use serde_json::json;

use super::assets::Links;
use super::fixed::{Fixed, NO_CACHE};
use super::foreign::Suites;
use super::front_end::Needs;
use super::html::Html;
use super::layout::{self, Source};
use super::nonce::nonce;
use super::packed::Packed;
use super::pages::Load;
use super::suites::PACKAGE;
use super::{Site, clientside, pages, prefix, script, socket};
use crate::{CallbackDef, Config, Csp};

pub(super) async fn page(State(shared): Site, request: Request) -> Response {
    let Some(prefix) = shared.prefix.of(request.extensions()) else {
        return (StatusCode::INTERNAL_SERVER_ERROR, prefix::UNKNOWN).into_response();
    };
    let Ok(nonce) = nonce() else {
        return (StatusCode::INTERNAL_SERVER_ERROR, NO_NONCE).into_response();
    };
    let headers = request.headers();
    let (body, status) = match (&shared.pages, &shared.layout) {
        (None, Source::Once(once)) => {
            (shared.page.body(&prefix, &once.contents, &nonce, headers), StatusCode::OK)
        }
        _ => match pages::load(&shared, &prefix, request.uri()).await {
            Ok(Load { layout, json, title, status }) => {
                let contents = Contents::new(&layout, &json, &shared.suites);
                let html = shared.page.render(&prefix, title.as_deref(), &contents);
                (Fixed::once(HTML, html.fill(&nonce), headers), status)
            }
            Err(failure) => return no_layout(&failure, shared.config.debug),
        },
    };
    let mut answer = guarded(body.answer(headers), &shared.config.csp, &nonce);
    *answer.status_mut() = status;
    answer
}

/// The answer, with the policy that the browser is to hold it to.
fn guarded(mut answer: Response, csp: &Csp, nonce: &str) -> Response {
    // What the settings hold has been checked.
    let policy = csp.header(nonce).and_then(|policy| HeaderValue::from_str(&policy).ok());
    if let Some(policy) = policy {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    answer
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

const NO_NONCE: &str = "the operating system gives no randomness, which each page load needs";

/// A layout on its way into a page: its JSON, and the files that show it.
#[derive(Debug)]
pub(super) struct Contents {
    layout: String,
    needs: Needs,
}

impl Contents {
    /// Of this layout, whose JSON is `json`.
    pub(super) fn new(layout: &Node, json: &str, suites: &Suites) -> Self {
        Self { layout: script::json(json), needs: Needs::of(layout, suites) }
    }
}

/// The page, less its layout and the prefix that its URLs start with.
#[derive(Debug)]
pub(super) struct Page {
    title: String,
    debug: bool,
    has_pages: bool,
    update_title: Option<String>,
    dependencies: String,
    /// The scripts of callbacks that the browser runs.
    functions: Vec<String>,
    pub(super) websocket: Option<socket::Settings>,
    links: Links,
    suites: Arc<Suites>,
    /// The page of a layout that never changes, for the first prefix asked for; there is seldom another.
    rendered: OnceLock<(String, Packed)>,
}

impl Page {
    /// The pages of an app with these callbacks; `dependencies` is what another route answers.
    pub(super) fn new(
        config: &Config,
        suites: Arc<Suites>,
        callbacks: &[&CallbackDef],
        dependencies: &str,
        has_pages: bool,
    ) -> Self {
        Self {
            has_pages,
            title: script::text(&config.title),
            debug: config.debug,
            update_title: config.update_title.clone(),
            dependencies: script::json(dependencies),
            functions: clientside::scripts(callbacks),
            websocket: socket::Settings::of(config, callbacks),
            links: Links::find(&config.assets_folder, &config.assets_url_path),
            suites,
            rendered: OnceLock::new(),
        }
    }

    /// The page of a layout that never changes, for one load.
    fn body(&self, prefix: &str, contents: &Contents, nonce: &str, headers: &HeaderMap) -> Fixed {
        let render = || Packed::new(self.render(prefix, None, contents));
        let (known, page) = self.rendered.get_or_init(|| (prefix.to_owned(), render()));
        if known != prefix {
            return Fixed::once(HTML, self.render(prefix, None, contents).fill(nonce), headers);
        }
        let [plain, gzip] = [page.html.fill(nonce).into(), page.gzip(nonce)].map(Bytes::from);
        Fixed { content_type: HTML, cache_control: NO_CACHE, plain, br: None, gzip: Some(gzip) }
    }

    /// `title` is that of a page; otherwise the app's own is shown.
    fn render(&self, prefix: &str, title: Option<&str>, contents: &Contents) -> Html {
        let Contents { layout, needs } = contents;
        let mut page = Html::with_capacity(4096 + layout.len() + self.dependencies.len());
        page.push("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.push("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        let title = title.map_or_else(|| self.title.clone(), script::text);
        self.head(&mut page, prefix, &title, needs);
        page.push("</head>\n<body>\n");
        page.push(
            "<main id=\"react-entry-point\"><div class=\"_dash-loading\">Loading...</div></main>\n",
        );
        data(&mut page, "_dash-config", &script::json(&self.config(prefix)));
        data(&mut page, "_dash-layout", layout);
        data(&mut page, "_dash-dependencies", &self.dependencies);
        page.push("<noscript>This page needs JavaScript.</noscript>\n");
        self.scripts(&mut page, prefix, needs);
        page.push("</body>\n</html>\n");
        page
    }

    fn head(&self, page: &mut Html, prefix: &str, title: &str, needs: &Needs) {
        let icon = self.links.icon.as_deref().unwrap_or("_favicon.ico");
        page.line(format_args!("<title>{title}</title>"));
        page.line(format_args!(
            "<link rel=\"icon\" type=\"image/x-icon\" href=\"{prefix}{icon}\">"
        ));
        let suites = format!("{prefix}_dash-component-suites/{PACKAGE}/");
        for style in &needs.styles {
            page.line(format_args!("<link rel=\"stylesheet\" href=\"{suites}{style}\">"));
        }
        for module in &needs.modules {
            page.push("<link rel=\"modulepreload\"");
            page.nonce();
            page.line(format_args!(" href=\"{suites}{module}\">"));
        }
        if let Some(plotly) = needs.plotly {
            page.push("<link rel=\"preload\" as=\"script\"");
            page.nonce();
            page.line(format_args!(" href=\"{suites}{plotly}\">"));
        }
        // The app's own come last, so that they win.
        for style in self.suites.stylesheets.iter().chain(&self.links.styles) {
            page.line(format_args!("<link rel=\"stylesheet\" href=\"{prefix}{style}\">"));
        }
    }

    fn scripts(&self, page: &mut Html, prefix: &str, needs: &Needs) {
        for script in &self.links.scripts {
            let kind = if script.contains(".mjs?") { " type=\"module\"" } else { "" };
            open_script(page, kind);
            page.line(format_args!(" src=\"{prefix}{script}\"></script>"));
        }
        for function in &self.functions {
            open_script(page, "");
            page.line(format_args!(">\n{function}\n</script>"));
        }
        if let Some(entry) = needs.entry {
            open_script(page, " type=\"module\"");
            let src = format_args!("{prefix}_dash-component-suites/{PACKAGE}/{entry}");
            page.line(format_args!(" src=\"{src}\"></script>"));
        }
        // Deferred scripts run after the entry, which publishes what they expect on `window`, and
        // know their own address, below which they find what they load later.
        for script in &self.suites.scripts {
            open_script(page, " defer");
            page.line(format_args!(" src=\"{prefix}{script}\"></script>"));
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
            // A callback of one page has nothing to do on another; the compiler has checked the rest.
            "suppress_callback_exceptions": self.has_pages,
            "update_title": self.update_title,
            "children_props": self.suites.children_props,
            "suites": self.suites.namespaces,
            "serve_locally": true,
            "dash_version": env!("CARGO_PKG_VERSION"),
            "validate_callbacks": self.debug,
            "csrf_token_name": "_csrf_token",
            "csrf_header_name": "X-CSRFToken",
        });
        if self.debug {
            config["hot_reload"] = json!({"interval": 1000, "max_retry": 8});
            config["dev_tools"] = json!([]);
        }
        if let Some(websocket) = &self.websocket {
            config["websocket"] = websocket.json(prefix);
        }
        config.to_string()
    }
}

/// Up to the attributes that differ.
fn open_script(page: &mut Html, kind: &str) {
    page.push("<script");
    page.push(kind);
    page.nonce();
}

/// Data is no script: it needs no nonce.
fn data(page: &mut Html, id: &str, json: &str) {
    page.line(format_args!("<script id=\"{id}\" type=\"application/json\">{json}</script>"));
}

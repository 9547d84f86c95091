//! `GET` of the prefix and of every path that no other route takes: the page.
use std::sync::{Arc, OnceLock};

use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use dash_components::Node;

use super::assets::Links;
use super::document::Document;
use super::fixed::{Fixed, NO_CACHE};
use super::foreign::Suites;
use super::front_end::Needs;
use super::handles::Scope;
use super::html;
use super::layout::{self, Source};
use super::meta::Metas;
use super::packed::Packed;
use super::page_config::PageConfig;
use super::pages::Load;
use super::reply::complete;
use super::{Site, clientside, forgery, nonce, pages, prefix, script, socket};
use crate::config::parts;
use crate::{CallbackDef, Config, Csp};

pub(super) async fn page(State(shared): Site, request: Request) -> Response {
    let Some(prefix) = shared.prefix.of(request.extensions()) else {
        return (StatusCode::INTERNAL_SERVER_ERROR, prefix::UNKNOWN).into_response();
    };
    if let Some(elsewhere) = pages::redirect(&shared, &prefix, request.uri()) {
        return elsewhere;
    }
    let Ok(nonce) = nonce::nonce() else {
        return (StatusCode::INTERNAL_SERVER_ERROR, NO_NONCE).into_response();
    };
    let end_id = match shared.page.has_jobs().then(nonce::nonce) {
        None => String::new(),
        Some(Ok(load)) => shared.handles.sign(Scope::End, &load),
        Some(Err(_)) => return (StatusCode::INTERNAL_SERVER_ERROR, NO_NONCE).into_response(),
    };
    let load = html::Load { nonce: &nonce, end_id: &end_id };
    let caller = Arc::new(shared.caller(request.into_parts().0));
    let headers = &caller.headers;
    let (body, status) = match (&shared.pages, &shared.layout) {
        (None, Source::Once(once)) => {
            (shared.page.body(&prefix, &once.contents, &load, headers), StatusCode::OK)
        }
        _ => match pages::load(&shared, &prefix, Arc::clone(&caller)).await {
            Ok(Load { layout, json, about, status }) => {
                let contents = Contents::new(&layout, &json, &shared.suites);
                let html = shared.page.document.render(&prefix, about.as_ref(), &contents);
                (Fixed::once(HTML, html.fill(&load), headers), status)
            }
            Err(failure) => return no_layout(&failure, shared.config.debug),
        },
    };
    let mut answer = guarded(body.answer(headers), &shared.page.csp, &nonce);
    *answer.status_mut() = status;
    complete(&mut answer, &caller, None);
    let token = forgery::token(headers, &shared.config, &prefix, || nonce::nonce().ok());
    if let Some(token) = token {
        answer.headers_mut().append(SET_COOKIE, token);
    }
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
    pub(super) layout: String,
    pub(super) needs: Needs,
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
    document: Document,
    csp: Csp,
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
        let websocket = socket::Settings::of(config, callbacks);
        Self {
            document: Document {
                index: parts(&config.index_string),
                metas: Metas::new(config),
                config: PageConfig::new(config, has_pages, websocket),
                dependencies: script::json(dependencies),
                functions: clientside::scripts(callbacks),
                external_scripts: config.external_scripts.clone(),
                external_stylesheets: config.external_stylesheets.clone(),
                links: Links::find(config),
                suites,
                has_jobs: callbacks.iter().any(|def| def.background.is_some()),
            },
            csp: config.csp.clone().with_externals(config),
            rendered: OnceLock::new(),
        }
    }

    /// Whether some callback runs in the background.
    fn has_jobs(&self) -> bool {
        self.document.has_jobs
    }

    /// Whether some callback uses a socket.
    pub(super) fn has_socket(&self) -> bool {
        self.document.config.websocket.is_some()
    }

    /// The page of a layout that never changes, for one load.
    fn body(
        &self,
        prefix: &str,
        contents: &Contents,
        load: &html::Load<'_>,
        headers: &HeaderMap,
    ) -> Fixed {
        let render = || Packed::new(self.document.render(prefix, None, contents));
        let (known, page) = self.rendered.get_or_init(|| (prefix.to_owned(), render()));
        if known != prefix {
            let html = self.document.render(prefix, None, contents);
            return Fixed::once(HTML, html.fill(load), headers);
        }
        let [plain, gzip] = [page.html.fill(load).into(), page.gzip(load)].map(Bytes::from);
        Fixed { content_type: HTML, cache_control: NO_CACHE, plain, br: None, gzip: Some(gzip) }
    }
}

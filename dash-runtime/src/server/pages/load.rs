//! The layout of a page load: built by the layout fn where there is one, with the page that the address means in it.
use std::sync::Arc;

use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use dash_components::{Node, ShownPage};

use super::{Failed, Shown};
use crate::caller::Caller;
use crate::server::layout::{Failure, build, write};
use crate::server::meta::About;
use crate::server::prefix::below;
use crate::server::{Shared, client};

/// A layout, for one page load.
#[derive(Debug)]
pub(in crate::server) struct Load {
    pub(in crate::server) layout: Node,
    pub(in crate::server) json: String,
    /// What the page that it shows says of itself.
    pub(in crate::server) about: Option<About>,
    pub(in crate::server) status: StatusCode,
}

/// Builds the layout, and the page that the address means.
///
/// # Errors
///
/// - One of the two could not be built; the log says so.
pub(in crate::server) async fn load(
    shared: &Shared,
    prefix: &str,
    caller: Arc<Caller>,
) -> Result<Load, Failure> {
    let context = shared.context(Arc::clone(&caller));
    let mut layout = build(&shared.layout, &context).await?;
    let (mut about, mut status) = (None, StatusCode::OK);
    if let Some(pages) = &shared.pages {
        let uri = &caller.uri;
        let path = below(uri.path(), &shared.config.routes_pathname_prefix);
        let shown = pages.show(path, uri.query().unwrap_or_default(), &context).await;
        let shown = shown.map_err(logged)?;
        if !shown.is_found {
            status = StatusCode::NOT_FOUND;
        }
        let page = at_address(&shown, prefix, path, uri.query());
        about = Some(About {
            title: shown.title.clone(),
            description: shown.page.and_then(|page| page.description),
            image: shown.page.and_then(|page| page.image),
            path: page.pathname.clone(),
            origin: client::origin(&caller.headers, shared.config.proxies),
        });
        ShownPage { content: shown.content, ..page }.put_into(&mut layout);
    }
    let json = write(&shared.layout, &layout)?;
    Ok(Load { layout, json, about, status })
}

/// Where an address leads that is not the page's own.
pub(in crate::server) fn redirect(shared: &Shared, prefix: &str, uri: &Uri) -> Option<Response> {
    let path = below(uri.path(), &shared.config.routes_pathname_prefix)?;
    let own = shared.pages.as_ref()?.redirect(path)?;
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let location = format!("{}{own}{query}", prefix.trim_end_matches('/'));
    let location = HeaderValue::from_str(&location).ok()?;
    Some((StatusCode::MOVED_PERMANENTLY, [(LOCATION, location)]).into_response())
}

/// The page with the address as the browser has it, still without what it shows.
fn at_address(shown: &Shown, prefix: &str, path: Option<&str>, query: Option<&str>) -> ShownPage {
    let query = query.filter(|query| !query.is_empty());
    ShownPage {
        content: Node::Empty,
        title: shown.title.clone(),
        pathname: format!("{}{}", prefix.trim_end_matches('/'), path.unwrap_or_default()),
        search: query.map(|query| format!("?{query}")).unwrap_or_default(),
    }
}

fn logged((page, failure): Failed) -> Failure {
    let error = &failure as &(dyn std::error::Error + 'static);
    tracing::error!(target: "dash::page", page, error, "a page failed");
    if !tracing::dispatcher::has_been_set() {
        eprintln!("page `{page}` failed: {failure}");
    }
    failure
}

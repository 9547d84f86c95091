//! The layout of a page load: built by the layout fn where there is one, with the page that the address means in it.
use std::sync::Arc;

use axum::http::StatusCode;
use dash_components::{Node, ShownPage};

use super::{Failed, Pages};
use crate::Context;
use crate::caller::Caller;
use crate::server::Shared;
use crate::server::layout::{Failure, build, write};
use crate::server::meta::About;
use crate::server::prefix::below;

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
        let (page, is_found) = shown(pages, prefix, path, uri.query(), &context).await?;
        if !is_found {
            status = StatusCode::NOT_FOUND;
        }
        about = Some(About { title: page.title.clone() });
        page.put_into(&mut layout);
    }
    let json = write(&shared.layout, &layout)?;
    Ok(Load { layout, json, about, status })
}

/// The page that an address means; and whether there is one.
async fn shown(
    pages: &Pages,
    prefix: &str,
    path: Option<&str>,
    query: Option<&str>,
    context: &Context,
) -> Result<(ShownPage, bool), Failure> {
    let query = query.unwrap_or_default();
    let shown = pages.show(path, query, context).await.map_err(logged)?;
    let page = ShownPage {
        content: shown.content,
        title: shown.title,
        pathname: format!("{}{}", prefix.trim_end_matches('/'), path.unwrap_or_default()),
        search: if query.is_empty() { String::new() } else { format!("?{query}") },
    };
    Ok((page, shown.is_found))
}

fn logged((page, failure): Failed) -> Failure {
    let error = &failure as &(dyn std::error::Error + 'static);
    tracing::error!(target: "dash::page", page, error, "a page failed");
    if !tracing::dispatcher::has_been_set() {
        eprintln!("page `{page}` failed: {failure}");
    }
    failure
}

//! `GET _dash-layout`: the component tree as JSON; and the one place that knows where a layout comes from.
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use dash_components::Node;

use super::fixed::Fixed;
use super::foreign::Suites;
use super::page::Contents;
use super::refuse::layout_failed;
use super::reply::complete;
use super::{Site, ids};
use crate::callback::dispatch::guarded;
use crate::layout::{Layout, PerLoad};
use crate::{Context, Error, Result};

pub(super) async fn layout(State(shared): Site, request: Parts) -> Response {
    let source = &shared.layout;
    if let Source::Once(once) = source {
        return once.json.answer(&request.headers);
    }
    let caller = Arc::new(shared.caller(request));
    let (context, headers) = (shared.context(Arc::clone(&caller)), &caller.headers);
    let mut response = match build(source, &context).await.and_then(|node| write(source, &node)) {
        Ok(json) => Fixed::once(JSON, json, headers).answer(headers),
        Err(failure) => layout_failed(&failure, shared.config.debug),
    };
    complete(&mut response, &caller, None);
    response
}

/// A layout as the routes need it.
#[derive(Debug)]
pub(super) enum Source {
    /// Never changes.
    Once(Box<Once>),
    /// Is built for each page load.
    PerLoad(PerLoad),
}

/// A layout that never changes, as one route and the page have it.
#[derive(Debug)]
pub(super) struct Once {
    build: fn() -> Node,
    json: Fixed,
    pub(super) contents: Contents,
}

impl Source {
    /// The source of an app's layout.
    ///
    /// # Errors
    ///
    /// - A layout that never changes has an id twice, or cannot be written as JSON.
    pub(super) fn new(layout: &Layout, suites: &Suites) -> Result<Self> {
        let build = match layout {
            Layout::Once(build) => build,
            Layout::PerLoad(per_load) => return Ok(Self::PerLoad(*per_load)),
        };
        let node = build();
        if let Some(id) = ids::duplicate(&node) {
            return Err(Error::DuplicateId(id));
        }
        let json = serde_json::to_string(&node).map_err(Error::Layout)?;
        let contents = Contents::new(&node, &json, suites);
        Ok(Self::Once(Box::new(Once { build: *build, json: fixed(json), contents })))
    }

    fn log(&self, failure: &Failure) {
        let layout = match self {
            Self::Once(_) => "",
            Self::PerLoad(layout) => layout.name,
        };
        let error = failure as &(dyn std::error::Error + 'static);
        tracing::error!(target: "dash::layout", layout, error, "a layout fn failed");
        if !tracing::dispatcher::has_been_set() {
            eprintln!("layout fn `{layout}` failed: {failure}");
        }
    }
}

/// Why a page load has no layout.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("{0}")]
    Extractor(String),
    #[error(transparent)]
    Error(Box<dyn std::error::Error + Send + Sync>),
    #[error("the {of} panicked: {message}")]
    Panic { of: &'static str, message: String },
    #[error("the layout has the id `{0}` twice")]
    DuplicateId(String),
    #[error("the layout cannot be written as JSON: {0}")]
    Unwritable(serde_json::Error),
}

/// The layout as a tree, and whatever goes wrong with it in the log: it concerns this page load alone.
pub(super) async fn build(
    source: &Source,
    context: &Context,
) -> std::result::Result<Node, Failure> {
    match source {
        Source::Once(once) => Ok((once.build)()),
        Source::PerLoad(layout) => {
            run(layout, context).await.inspect_err(|failure| source.log(failure))
        }
    }
}

/// The JSON of a layout from this source.
pub(super) fn write(source: &Source, layout: &Node) -> std::result::Result<String, Failure> {
    let json = match ids::duplicate(layout) {
        Some(id) => Err(Failure::DuplicateId(id)),
        None => serde_json::to_string(layout).map_err(Failure::Unwritable),
    };
    json.inspect_err(|failure| source.log(failure))
}

async fn run(layout: &PerLoad, context: &Context) -> std::result::Result<Node, Failure> {
    let panicked = |message| Failure::Panic { of: LAYOUT_FN, message };
    let building = guarded(|| (layout.build)(context)).map_err(panicked)?;
    finish(LAYOUT_FN, building.map_err(Failure::Extractor)?).await
}

const LAYOUT_FN: &str = "layout fn";

/// Awaits what a fn of the user's builds; a panic in it is a failure of this page load alone.
pub(super) async fn finish<T>(
    of: &'static str,
    mut building: Building<T>,
) -> std::result::Result<T, Failure> {
    let step = |cx: &mut std::task::Context<'_>| match guarded(|| building.as_mut().poll(cx)) {
        Ok(poll) => poll.map_err(Failure::Error),
        Err(message) => Poll::Ready(Err(Failure::Panic { of, message })),
    };
    poll_fn(step).await
}

type Building<T> = Pin<
    Box<
        dyn Future<Output = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>>
            + Send,
    >,
>;

const JSON: &str = "application/json";

/// JSON that stays the same for as long as the server runs.
pub(super) fn fixed(json: String) -> Fixed {
    Fixed::new(JSON, json)
}

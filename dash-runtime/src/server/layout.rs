//! `GET _dash-layout`: the component tree as JSON; and the one place that knows where a layout comes from.
use std::future::poll_fn;
use std::task::Poll;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use dash_components::Node;

use super::fixed::Fixed;
use super::page::Contents;
use super::refuse::layout_failed;
use super::{Shared, Site, ids};
use crate::callback::dispatch::guarded;
use crate::layout::{Layout, PerLoad};
use crate::{Context, Error, Result};

pub(super) async fn layout(State(shared): Site, headers: HeaderMap) -> Response {
    let per_load = match &shared.layout {
        Source::Once(once) => return once.json.answer(&headers),
        Source::PerLoad(per_load) => per_load,
    };
    match build(per_load, &shared).await {
        Ok((_, json)) => Fixed::once(JSON, json, &headers).answer(&headers),
        Err(failure) => layout_failed(&failure, shared.config.debug),
    }
}

/// A layout as the routes need it.
#[derive(Debug)]
pub(super) enum Source {
    /// Never changes.
    Once(Once),
    /// Is built for each page load.
    PerLoad(PerLoad),
}

/// A layout that never changes, as one route and the page have it.
#[derive(Debug)]
pub(super) struct Once {
    json: Fixed,
    pub(super) contents: Contents,
}

impl Source {
    /// The source of an app's layout.
    ///
    /// # Errors
    ///
    /// - A layout that never changes has an id twice, or cannot be written as JSON.
    pub(super) fn new(layout: &Layout) -> Result<Self> {
        let build = match layout {
            Layout::Once(build) => build,
            Layout::PerLoad(per_load) => return Ok(Self::PerLoad(*per_load)),
        };
        let node = build();
        if let Some(id) = ids::duplicate(&node) {
            return Err(Error::DuplicateId(id));
        }
        let json = serde_json::to_string(&node).map_err(Error::Layout)?;
        let contents = Contents::new(&node, &json);
        Ok(Self::Once(Once { json: fixed(json), contents }))
    }
}

/// Why a page load has no layout.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("{0}")]
    Extractor(String),
    #[error(transparent)]
    Error(Box<dyn std::error::Error + Send + Sync>),
    #[error("the layout fn panicked: {0}")]
    Panic(String),
    #[error("the layout has the id `{0}` twice")]
    DuplicateId(String),
    #[error("the layout cannot be written as JSON: {0}")]
    Unwritable(serde_json::Error),
}

/// Calls the layout fn; what it does wrong concerns this page load alone.
pub(super) async fn build(
    layout: &PerLoad,
    shared: &Shared,
) -> std::result::Result<(Node, String), Failure> {
    let built = run(layout, shared).await.and_then(|node| {
        if let Some(id) = ids::duplicate(&node) {
            return Err(Failure::DuplicateId(id));
        }
        let json = serde_json::to_string(&node).map_err(Failure::Unwritable)?;
        Ok((node, json))
    });
    if let Err(failure) = &built {
        let error = failure as &(dyn std::error::Error + 'static);
        tracing::error!(target: "dash::layout", layout = layout.name, error, "a layout fn failed");
        if !tracing::dispatcher::has_been_set() {
            eprintln!("layout fn `{}` failed: {failure}", layout.name);
        }
    }
    built
}

async fn run(layout: &PerLoad, shared: &Shared) -> std::result::Result<Node, Failure> {
    let context = Context { data: shared.data.clone(), ..Context::default() };
    let started = guarded(|| (layout.build)(&context)).map_err(Failure::Panic)?;
    let mut building = started.map_err(Failure::Extractor)?;
    let step = |cx: &mut std::task::Context<'_>| match guarded(|| building.as_mut().poll(cx)) {
        Ok(poll) => poll.map_err(Failure::Error),
        Err(panic) => Poll::Ready(Err(Failure::Panic(panic))),
    };
    poll_fn(step).await
}

const JSON: &str = "application/json";

/// JSON that stays the same for as long as the server runs.
pub(super) fn fixed(json: String) -> Fixed {
    Fixed::new(JSON, json)
}

//! Loads a page: its layout, and the callbacks that it is told of.
use std::collections::HashMap;
use std::sync::Arc;

use super::drive::Page;
use super::engine::Engine;
use super::error::Error;
use super::graph::Graph;
use super::headers::Headers;
use super::location::Address;
use super::slots::Slots;
use super::spec::Spec;
use super::stand_in::StandIn;
use super::tree::Tree;
use crate::server::InProcess;
use crate::wire;

/// Loads the page at an address; nothing is called yet.
pub(super) async fn open(
    server: &Arc<InProcess>,
    stand_ins: &Arc<HashMap<String, StandIn>>,
    mut headers: Headers,
    address: &Address,
) -> Result<Page, Error> {
    let cannot = |reason: String| Error::Load { address: address.shown(), reason };
    let loaded = server.load(&address.of_request(), headers.of_request()).await.map_err(cannot)?;
    headers.keep(&loaded.reply);
    let layout = wire::json(&loaded.layout).map_err(|error| cannot(error.to_string()))?;
    let specs = wire::json(&server.dependencies()).and_then(serde_json::from_value::<Vec<Spec>>);
    let specs = specs.map_err(|error| cannot(error.to_string()))?;
    let tree = Tree::new(layout, Slots::new(server.children_props()));
    let engine = Engine::new(Graph::new(&specs), tree);
    Ok(Page::new(Arc::clone(server), Arc::clone(stand_ins), headers, engine))
}

//! What a browser does by itself: the address, what stores keep, the time.
use serde_json::{Map, Value};

use super::clock::Clock;
use super::engine::Engine;
use super::ids::Id;
use super::location::{Address, Navigation};
use super::store::Storage;

/// The namespace of the components that act by themselves.
pub(super) const CORE: &str = "dash_core_components";

#[derive(Debug)]
pub(super) struct Browser {
    pub(super) address: Address,
    pub(super) clock: Clock,
    storage: Storage,
}

impl Browser {
    pub(super) fn new(address: Address) -> Self {
        Self { address, clock: Clock::new(), storage: Storage::default() }
    }

    /// Goes to another page.
    pub(super) fn leave(&mut self, address: Address) {
        self.address = address;
        self.storage.forget_memory();
    }

    /// Lets the components react that are new or that callbacks have written; gives the address that
    /// one of them wants to be loaded.
    pub(super) fn react(&mut self, engine: &mut Engine) -> Option<Address> {
        let mut loads = None;
        while !engine.arrived.is_empty() || !engine.written.is_empty() {
            for id in std::mem::take(&mut engine.arrived) {
                let reports = self.mounted(engine, &id.to_string());
                engine.change(&id.to_string(), reports);
            }
            for (id, properties) in std::mem::take(&mut engine.written) {
                loads = self.updated(engine, &id, &properties).or(loads);
            }
        }
        loads
    }

    /// Shows another address, as a link does: each `Location` reports it.
    pub(super) fn show(&mut self, engine: &mut Engine, address: Address) {
        self.address = address;
        for id in locations(engine) {
            if let Some((_, props)) = core(engine, &id) {
                let differing = self.address.differing(props);
                engine.change(&id, differing);
            }
        }
    }

    fn mounted(&mut self, engine: &Engine, id: &str) -> Vec<(String, Value)> {
        match core(engine, id) {
            Some(("Location", props)) => self.address.missing(props),
            Some(("Store", props)) => self.storage.start(id, props, self.clock.timestamp()),
            _ => Vec::new(),
        }
    }

    fn updated(&mut self, engine: &mut Engine, id: &Id, written: &[String]) -> Option<Address> {
        let text = id.to_string();
        match core(engine, &text) {
            Some(("Store", props)) => {
                let reports = self.storage.follow(&text, props, self.clock.timestamp());
                engine.change(&text, reports);
                None
            }
            Some(("Location", props)) => match self.address.navigation(props, written)? {
                Navigation::Load(address) => Some(address),
                Navigation::Show(address) => {
                    self.show(engine, address);
                    None
                }
            },
            _ => None,
        }
    }
}

/// Whether the page follows its address without being loaded.
pub(super) fn has_location(engine: &Engine) -> bool {
    !locations(engine).is_empty()
}

fn locations(engine: &Engine) -> Vec<String> {
    let ids = engine.tree.ids().places().iter().map(|place| place.id.to_string());
    ids.filter(|id| matches!(core(engine, id), Some(("Location", _)))).collect()
}

/// The type and the props of a component, if it is one of Dash's own.
fn core<'e>(engine: &'e Engine, id: &str) -> Option<(&'e str, &'e Map<String, Value>)> {
    let component = engine.tree.component(id)?;
    let is_core = component.get("namespace")?.as_str()? == CORE;
    let kind = component.get("type")?.as_str()?;
    is_core.then_some((kind, component.get("props")?.as_object()?))
}

//! Which ids are in the layout, and where.
use std::collections::HashMap;
use std::sync::Arc;

use dash_components::IdKeys;

use super::ids::{Id, key_list};

/// A way into the layout.
pub(super) type Path = Vec<Step>;

/// One step of a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Name(Arc<str>),
    At(usize),
}

/// A component that has an id.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) id: Id,
    /// Tells it from every other component that ever was in the layout.
    pub(super) mark: u64,
    pub(super) path: Path,
}

/// The ids of a layout, in its order.
#[derive(Debug, Default)]
pub(super) struct Ids {
    places: Vec<Place>,
    by_id: HashMap<String, usize>,
    families: HashMap<String, Vec<IdKeys>>,
}

impl Ids {
    pub(super) fn new(places: Vec<Place>) -> Self {
        let mut ids = Self::default();
        for (at, place) in places.iter().enumerate() {
            ids.by_id.insert(place.id.to_string(), at);
            if let Id::Keys(keys) = &place.id {
                ids.families.entry(key_list(keys)).or_default().push(keys.clone());
            }
        }
        Self { places, ..ids }
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    pub(super) fn find(&self, id: &str) -> Option<&Place> {
        self.by_id.get(id).map(|at| &self.places[*at])
    }

    /// The ids with these keys, in the order of the layout.
    pub(super) fn family(&self, key: &str) -> &[IdKeys] {
        self.families.get(key).map_or(&[], Vec::as_slice)
    }

    /// All of them, in the order of the layout.
    pub(super) fn places(&self) -> &[Place] {
        &self.places
    }
}

/// By what uses of props of this id are looked up.
pub(super) fn lookup(id: &Id) -> String {
    match id {
        Id::Plain(text) => text.clone(),
        Id::Keys(keys) => key_list(keys),
    }
}

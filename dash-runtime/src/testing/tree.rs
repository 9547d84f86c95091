//! The layout as the page has it. The only writer of it.
use std::collections::HashSet;

use serde_json::{Map, Value};

use super::ids::Id;
use super::index::{Ids, Path, Place, Step};
use super::slots::{Slots, is_component};
use super::value::{MARK, equal};

/// The layout: a tree of components, each with a mark of its own. What comes without one is new.
#[derive(Debug)]
pub(super) struct Tree {
    root: Value,
    slots: Slots,
    ids: Ids,
    marks: u64,
}

/// What an update did.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) id: Id,
    pub(super) properties: Vec<String>,
    /// The ids that came and went with it.
    pub(super) inserted: Vec<Id>,
    pub(super) removed: Vec<Id>,
}

impl Tree {
    pub(super) fn new(layout: Value, slots: Slots) -> Self {
        let root = serde_json::json!({ "children": layout });
        let mut tree = Self { root, slots, ids: Ids::default(), marks: 0 };
        tree.crawl();
        tree
    }

    pub(super) fn ids(&self) -> &Ids {
        &self.ids
    }

    /// The component with this id: its type, its props.
    pub(super) fn component(&self, id: &str) -> Option<&Map<String, Value>> {
        let place = self.ids.find(id)?;
        follow(&self.root, &place.path)?.as_object()
    }

    /// The value of a prop; none where there is none, or no such component.
    pub(super) fn prop(&self, id: &str, property: &str) -> Option<&Value> {
        self.component(id)?.get("props")?.get(property)
    }

    /// Sets props, equal or not; nothing if there is no such component.
    pub(super) fn update(&mut self, id: &str, props: Vec<(String, Value)>) -> Option<Change> {
        let place = self.ids.find(id)?;
        let (id, path) = (place.id.clone(), &place.path);
        let component = follow_mut(&mut self.root, path)?.as_object_mut()?;
        let properties: Vec<String> = props.iter().map(|(name, _)| name.clone()).collect();
        let moves = props.iter().any(|(name, value)| {
            let before = component.get("props").and_then(|own| own.get(name));
            let nests = nests(value) || before.is_some_and(nests);
            name == "id" || (nests && self.slots.hold(component, name))
        });
        let own = component.get_mut("props")?.as_object_mut()?;
        own.extend(props);
        let (inserted, removed) = if moves { self.crawl() } else { Default::default() };
        Some(Change { id, properties, inserted, removed })
    }

    /// Sets the props that differ; nothing if none does.
    pub(super) fn change(&mut self, id: &str, mut props: Vec<(String, Value)>) -> Option<Change> {
        let own = self.component(id)?.get("props")?;
        props.retain(|(name, value)| own.get(name).is_none_or(|own| !equal(own, value)));
        if props.is_empty() { None } else { self.update(id, props) }
    }

    /// Looks all ids up anew, and marks what has no mark; gives what came and what went.
    fn crawl(&mut self) -> (Vec<Id>, Vec<Id>) {
        let Self { root, slots, marks, .. } = self;
        let first_new = *marks;
        let mut places = Vec::new();
        let mut path = vec![Step::Name("children".into())];
        let mut see = |component: &mut Map<String, Value>, path: &mut Path| {
            descend(component, path, slots, marks, &mut places);
        };
        match &mut root["children"] {
            Value::Object(map) if is_component(map) => see(map, &mut path),
            Value::Array(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    let Value::Object(map) = item else { continue };
                    if is_component(map) {
                        path.push(Step::At(at));
                        see(map, &mut path);
                        path.pop();
                    }
                }
            }
            _ => {}
        }
        let before = std::mem::replace(&mut self.ids, Ids::new(places));
        let now: HashSet<u64> = self.ids.places().iter().map(|place| place.mark).collect();
        let ids = |places: &[Place], wanted: &dyn Fn(u64) -> bool| {
            let chosen = places.iter().filter(|place| wanted(place.mark));
            chosen.map(|place| place.id.clone()).collect::<Vec<_>>()
        };
        let inserted = ids(self.ids.places(), &|mark| mark >= first_new);
        (inserted, ids(before.places(), &|mark| !now.contains(&mark)))
    }
}

/// Whether components may be in it; text has none.
const fn nests(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Object(_))
}

fn descend(
    component: &mut Map<String, Value>,
    path: &mut Path,
    slots: &Slots,
    marks: &mut u64,
    places: &mut Vec<Place>,
) {
    let mark = component.get(MARK).and_then(Value::as_u64).unwrap_or_else(|| {
        component.insert(MARK.to_owned(), Value::from(*marks));
        *marks += 1;
        *marks - 1
    });
    if let Some(id) = component["props"].get("id").and_then(Id::of) {
        places.push(Place { id, mark, path: path.clone() });
    }
    path.push(Step::Name("props".into()));
    slots.visit(component, path, &mut |child, path| descend(child, path, slots, marks, places));
    path.pop();
}

fn follow<'v>(root: &'v Value, path: &Path) -> Option<&'v Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Name(name) => value.get(&**name),
        Step::At(at) => value.get(at),
    })
}

fn follow_mut<'v>(root: &'v mut Value, path: &Path) -> Option<&'v mut Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Name(name) => value.get_mut(&**name),
        Step::At(at) => value.get_mut(at),
    })
}

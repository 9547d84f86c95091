//! Where props may hold components: `children`, and what the configuration names. Pure.
use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::index::{Path, Step};

/// The places of each component, by namespace and type.
#[derive(Debug)]
pub(super) struct Slots {
    children: Vec<Slot>,
    others: HashMap<(String, String), Vec<Slot>>,
}

/// One place, as steps: `a.b`, every item of `list[]`, every value of `map{}`.
type Slot = Vec<SlotStep>;

#[derive(Debug, Clone)]
struct SlotStep {
    name: Arc<str>,
    each: bool,
    values: bool,
}

impl Slots {
    /// As the configuration of the page has them: `{namespace: {type: [place]}}`.
    pub(super) fn new(children_props: &Map<String, Value>) -> Self {
        let children = vec![parse("children")];
        let mut others = HashMap::new();
        for (namespace, types) in children_props {
            for (kind, places) in types.as_object().into_iter().flatten() {
                let named = places.as_array().into_iter().flatten().filter_map(Value::as_str);
                let slots = children.iter().cloned().chain(named.map(parse)).collect();
                others.insert((namespace.clone(), kind.clone()), slots);
            }
        }
        Self { children, others }
    }

    fn of(&self, component: &Map<String, Value>) -> &[Slot] {
        if self.others.is_empty() {
            return &self.children;
        }
        let text = |name: &str| component.get(name).and_then(Value::as_str).unwrap_or_default();
        let key = (text("namespace").to_owned(), text("type").to_owned());
        self.others.get(&key).unwrap_or(&self.children)
    }

    /// Calls `visit` for each component that is a direct child.
    pub(super) fn visit(
        &self,
        component: &mut Map<String, Value>,
        path: &mut Path,
        visit: &mut impl FnMut(&mut Map<String, Value>, &mut Path),
    ) {
        for slot in self.of(component) {
            if let Some(props) = component.get_mut("props") {
                walk(props, slot, path, visit);
            }
        }
    }

    /// Whether values of this prop can bring or take children.
    pub(super) fn hold(&self, component: &Map<String, Value>, property: &str) -> bool {
        self.of(component).iter().any(|slot| &*slot[0].name == property)
    }
}

fn parse(place: &str) -> Slot {
    let step = |step: &str| SlotStep {
        name: step.replace("[]", "").replace("{}", "").into(),
        each: step.contains("[]"),
        values: step.contains("{}"),
    };
    place.split('.').map(step).collect()
}

fn walk(
    holder: &mut Value,
    slot: &[SlotStep],
    path: &mut Path,
    visit: &mut impl FnMut(&mut Map<String, Value>, &mut Path),
) {
    let Some((step, rest)) = slot.split_first() else { return children(holder, path, visit) };
    let Some(value) = holder.as_object_mut().and_then(|holder| holder.get_mut(&*step.name)) else {
        return;
    };
    path.push(Step::Name(Arc::clone(&step.name)));
    match value {
        Value::Array(items) if step.each => {
            for (at, item) in items.iter_mut().enumerate() {
                path.push(Step::At(at));
                values(item, step, rest, path, visit);
                path.pop();
            }
        }
        value => values(value, step, rest, path, visit),
    }
    path.pop();
}

fn values(
    value: &mut Value,
    step: &SlotStep,
    rest: &[SlotStep],
    path: &mut Path,
    visit: &mut impl FnMut(&mut Map<String, Value>, &mut Path),
) {
    match value {
        Value::Object(map) if step.values && !is_component(map) => {
            for (name, value) in map {
                path.push(Step::Name(name.as_str().into()));
                walk(value, rest, path, visit);
                path.pop();
            }
        }
        value => walk(value, rest, path, visit),
    }
}

/// A slot holds a component, or a list of children.
fn children(
    value: &mut Value,
    path: &mut Path,
    visit: &mut impl FnMut(&mut Map<String, Value>, &mut Path),
) {
    match value {
        Value::Object(map) if is_component(map) => visit(map, path),
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                let Value::Object(map) = item else { continue };
                if is_component(map) {
                    path.push(Step::At(at));
                    visit(map, path);
                    path.pop();
                }
            }
        }
        _ => {}
    }
}

/// Whether an object is a component, and no other data.
pub(super) fn is_component(map: &Map<String, Value>) -> bool {
    map.get("type").is_some_and(Value::is_string)
        && map.get("namespace").is_some_and(Value::is_string)
        && map.get("props").is_some_and(Value::is_object)
}

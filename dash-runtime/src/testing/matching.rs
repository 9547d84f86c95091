//! Wildcards: which components a target stands for, and for which values a callback exists. Pure.
use std::cmp::Ordering;
use std::collections::BTreeMap;

use dash_components::{IdKeys, KeyValue};

use super::graph::{Callback, Graph, Target, Use};
use super::ids::{Bound, Id, Part, Wanted, compare, pick};
use super::index::Ids;

/// A callback for one combination of values of its `MATCH` keys; most callbacks have exactly one.
#[derive(Debug, Clone)]
pub(super) struct Instance {
    pub(super) callback: usize,
    pub(super) bound: Bound,
    pub(super) key: String,
}

/// The components a target stands for; `MATCH` keys that have no value yet accept any.
pub(super) fn resolve(target: &Target, bound: &Bound, ids: &Ids) -> Vec<Id> {
    resolve_id(&target.id, &target.key, bound, ids)
}

/// The same for an id without its prop; `key` is by what it is looked up.
pub(super) fn resolve_id(wanted: &Wanted, key: &str, bound: &Bound, ids: &Ids) -> Vec<Id> {
    match wanted {
        Wanted::Plain(id) if ids.has(id) => vec![Id::Plain(id.clone())],
        Wanted::Plain(_) => Vec::new(),
        Wanted::Pattern(parts) => {
            if let Some(exact) = exact(parts, bound).and_then(|id| ids.find(&id)) {
                return vec![exact.id.clone()];
            }
            let fits = |id: &&IdKeys| {
                parts.iter().all(|(name, part)| accepts(part, id.get(name), bound.get(name)))
            };
            ids.family(key).iter().filter(fits).cloned().map(Id::Keys).collect()
        }
    }
}

/// The one id a pattern stands for, if every key has a value: a lookup instead of a search.
fn exact(parts: &BTreeMap<String, Part>, bound: &Bound) -> Option<String> {
    let value = |(name, part): (&String, &Part)| match part {
        Part::Value(value) => Some((name.clone(), value.clone())),
        Part::Match => Some((name.clone(), bound.get(name)?.clone())),
        Part::All | Part::AllSmaller => None,
    };
    let id: Bound = parts.iter().map(value).collect::<Option<_>>()?;
    serde_json::to_string(&id).ok()
}

/// The instances that read this component's prop through `reader`.
pub(super) fn readers(graph: &Graph, reader: Use, id: &Id, ids: &Ids) -> Vec<Instance> {
    let target = &graph.callbacks[reader.callback].inputs[reader.place];
    through(graph, reader, target, id, ids, true)
}

/// The instances that write this component's prop through `writer`.
pub(super) fn writers(graph: &Graph, writer: Use, id: &Id, ids: &Ids) -> Vec<Instance> {
    let target = &graph.callbacks[writer.callback].outputs[writer.place];
    through(graph, writer, target, id, ids, false)
}

/// All instances of a callback in the present layout.
pub(super) fn all(graph: &Graph, callback: usize, ids: &Ids) -> Vec<Instance> {
    instances(graph, callback, ids, &Bounds::default())
}

fn through(
    graph: &Graph,
    Use { callback, .. }: Use,
    target: &Target,
    id: &Id,
    ids: &Ids,
    reads: bool,
) -> Vec<Instance> {
    let (Id::Keys(id), Wanted::Pattern(parts)) = (id, &target.id) else {
        return all(graph, callback, ids);
    };
    if !parts.iter().all(|(name, part)| accepts(part, id.get(name), None)) {
        return Vec::new();
    }
    let values = |part| pick(id, &target.id.keys_with(part));
    let above = if reads { values(&Part::AllSmaller) } else { Bound::new() };
    instances(graph, callback, ids, &Bounds { equal: values(&Part::Match), above })
}

#[derive(Default)]
struct Bounds {
    /// The instance's values of these keys.
    equal: Bound,
    /// The instance's values are larger than these.
    above: Bound,
}

fn instances(graph: &Graph, callback: usize, ids: &Ids, bounds: &Bounds) -> Vec<Instance> {
    let own = &graph.callbacks[callback];
    if own.match_keys.is_empty() {
        return vec![Instance { callback, bound: Bound::new(), key: callback.to_string() }];
    }
    let mut found: Vec<Instance> = Vec::new();
    for anchor in &own.anchors {
        for id in resolve(anchor, &bounds.equal, ids) {
            let Id::Keys(id) = id else { continue };
            if !is_above(&id, &bounds.above) {
                continue;
            }
            let instance = Instance::new(callback, own, &id);
            if found.iter().all(|known| known.key != instance.key) {
                found.push(instance);
            }
        }
    }
    found
}

impl Instance {
    fn new(callback: usize, own: &Callback, id: &IdKeys) -> Self {
        let bound = pick(id, &own.match_keys);
        let values = serde_json::to_string(&bound).unwrap_or_default();
        Self { callback, key: format!("{callback}{values}"), bound }
    }
}

fn accepts(
    part: &Part,
    value: Option<&KeyValue<String>>,
    bound: Option<&KeyValue<String>>,
) -> bool {
    let Some(value) = value else { return false };
    match (part, bound) {
        (Part::Value(wanted), _) => value == wanted,
        (Part::All, _) | (_, None) => true,
        (Part::Match, Some(bound)) => compare(value, bound) == Ordering::Equal,
        (Part::AllSmaller, Some(bound)) => compare(value, bound) == Ordering::Less,
    }
}

fn is_above(id: &IdKeys, limits: &Bound) -> bool {
    limits.iter().all(|(name, limit)| {
        id.get(name).is_none_or(|value| compare(value, limit) == Ordering::Greater)
    })
}

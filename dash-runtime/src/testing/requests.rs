//! Which callbacks a change of the layout asks for: on load, on insertion, on removal, on a changed prop. Pure.
use std::collections::HashSet;

use super::graph::{Graph, Target, Use};
use super::ids::{Bound, Id, prop_id};
use super::index::{Ids, lookup};
use super::matching::{Instance, all, readers, resolve, writers};

/// A wish to run a callback.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) instance: Instance,
    /// The props that triggered it.
    pub(super) changed: Vec<String>,
    /// Fills outputs for the first time; gives way to a request that a change made.
    pub(super) initial: bool,
}

/// What a change is looked up in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) graph: &'a Graph,
    pub(super) ids: &'a Ids,
}

impl Site<'_> {
    pub(super) fn on_load(self) -> Vec<Request> {
        let present = self.ids.places().iter().map(|place| &place.id);
        let by_output = present.flat_map(|id| self.initial_of(id)).collect();
        let mut requests = self.prune(unite(by_output));
        requests.extend(self.without_output());
        requests
    }

    /// `inserted` holds every id of the new piece.
    pub(super) fn on_insert(self, inserted: &[Id]) -> Vec<Request> {
        let piece: HashSet<String> = inserted.iter().map(Id::to_string).collect();
        let mut requests = Vec::new();
        for id in inserted {
            requests.extend(self.initial_of(id));
            let uses = self.graph.readers(&lookup(id));
            let properties = uses.iter().map(|(property, _)| property.as_str());
            let outside = |request: &Request| self.writes_outside(&request.instance, &piece);
            requests.extend(self.on_change(id, properties).into_iter().filter(outside));
        }
        self.prune(unite(requests))
    }

    /// Lists that lost a component run their callbacks, if something is left to write.
    pub(super) fn on_remove(self, removed: &[Id]) -> Vec<Request> {
        let mut requests = Vec::new();
        for id in removed {
            for reader in uses(self.graph.readers(&lookup(id))) {
                if !self.graph.callbacks[reader.callback].inputs[reader.place].is_list {
                    continue;
                }
                let instances = readers(self.graph, reader, id, self.ids);
                let writing = instances.into_iter().filter(|own| !self.outputs(own).is_empty());
                requests.extend(writing.map(initial));
            }
        }
        self.prune(unite(requests))
    }

    pub(super) fn on_change<'p>(
        self,
        id: &Id,
        properties: impl Iterator<Item = &'p str>,
    ) -> Vec<Request> {
        let uses = self.graph.readers(&lookup(id));
        let mut requests = Vec::new();
        for property in properties {
            let Some((_, readers_of)) = uses.iter().find(|(own, _)| own == property) else {
                continue;
            };
            let changed = vec![prop_id(id, property)];
            for reader in readers_of {
                let instances = readers(self.graph, *reader, id, self.ids);
                requests.extend(instances.into_iter().map(|instance| Request {
                    instance,
                    changed: changed.clone(),
                    initial: false,
                }));
            }
        }
        requests
    }

    pub(super) fn outputs(self, instance: &Instance) -> Vec<String> {
        self.props(&self.graph.callbacks[instance.callback].outputs, &instance.bound)
    }

    pub(super) fn inputs(self, instance: &Instance) -> Vec<String> {
        self.props(&self.graph.callbacks[instance.callback].inputs, &instance.bound)
    }

    pub(super) fn states(self, instance: &Instance) -> Vec<String> {
        self.props(&self.graph.callbacks[instance.callback].states, &instance.bound)
    }

    fn props(self, targets: &[Target], bound: &Bound) -> Vec<String> {
        let of = |target: &Target| {
            let ids = resolve(target, bound, self.ids).into_iter();
            ids.map(|id| prop_id(id, &target.property)).collect::<Vec<_>>()
        };
        targets.iter().flat_map(of).collect()
    }

    fn initial_of(self, id: &Id) -> Vec<Request> {
        let writers_of = uses(self.graph.writers(&lookup(id)));
        let allowed =
            writers_of.filter(|own| !self.graph.callbacks[own.callback].prevents_initial_call);
        let instances = allowed.flat_map(|writer| writers(self.graph, writer, id, self.ids));
        instances.map(initial).collect()
    }

    fn without_output(self) -> Vec<Request> {
        let callbacks = self.graph.callbacks.iter().enumerate();
        let free =
            callbacks.filter(|(_, own)| own.outputs.is_empty() && !own.prevents_initial_call);
        let mut requests = Vec::new();
        for (callback, own) in free {
            let instances = all(self.graph, callback, self.ids).into_iter();
            let reading = |one: &Instance| own.inputs.is_empty() || !self.inputs(one).is_empty();
            requests.extend(instances.filter(reading).map(initial));
        }
        requests
    }

    fn writes_outside(self, instance: &Instance, piece: &HashSet<String>) -> bool {
        let outputs = &self.graph.callbacks[instance.callback].outputs;
        let mut ids = outputs.iter().flat_map(|target| resolve(target, &instance.bound, self.ids));
        ids.any(|id| !piece.contains(&id.to_string()))
    }

    /// Drops, until nothing changes, what could only read props that are missing or that a dropped
    /// callback writes.
    fn prune(self, mut requests: Vec<Request>) -> Vec<Request> {
        let mut unwritten = HashSet::new();
        loop {
            let (kept, dropped): (Vec<_>, Vec<_>) = requests
                .into_iter()
                .partition(|request| self.has_input(&request.instance, &unwritten));
            if dropped.is_empty() {
                return kept;
            }
            unwritten.extend(dropped.iter().flat_map(|request| self.outputs(&request.instance)));
            requests = kept;
        }
    }

    fn has_input(self, instance: &Instance, unwritten: &HashSet<String>) -> bool {
        let inputs = &self.graph.callbacks[instance.callback].inputs;
        inputs.iter().all(|target| target.is_list)
            || self.inputs(instance).iter().any(|input| !unwritten.contains(input))
    }
}

fn uses(by_property: &[(String, Vec<Use>)]) -> impl Iterator<Item = Use> {
    by_property.iter().flat_map(|(_, uses)| uses.iter().copied())
}

const fn initial(instance: Instance) -> Request {
    Request { instance, changed: Vec::new(), initial: true }
}

/// One request for each instance: what changed is united, and any initial call makes it initial.
fn unite(requests: Vec<Request>) -> Vec<Request> {
    let mut united: Vec<Request> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for request in requests {
        let place = *places.entry(request.instance.key.clone()).or_insert(united.len());
        match united.get_mut(place) {
            None => united.push(request),
            Some(known) => {
                known.initial |= request.initial;
                add_new(&mut known.changed, request.changed);
            }
        }
    }
    united
}

/// Adds what is not there yet.
pub(super) fn add_new(known: &mut Vec<String>, more: Vec<String>) {
    for one in more {
        if !known.contains(&one) {
            known.push(one);
        }
    }
}

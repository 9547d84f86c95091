//! What a callback reads and may lead to in the present layout. Pure.
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::ids::{Id, split_prop_id};
use super::matching::Instance;
use super::requests::Site;

/// The props a job reads and writes in the present layout.
#[derive(Debug, Clone, Default)]
pub(super) struct Footprint {
    pub(super) inputs: Vec<String>,
    pub(super) states: Vec<String>,
    pub(super) outputs: Vec<String>,
    /// Its outputs and those of every callback they may lead to.
    pub(super) reach: HashSet<String>,
    /// How deep it leads, then how many callbacks follow at each step; larger goes first.
    pub(super) priority: Vec<usize>,
}

/// The footprints that were surveyed since components last came or went.
#[derive(Debug, Default)]
pub(super) struct Footprints(HashMap<String, Arc<Footprint>>);

impl Footprints {
    pub(super) fn of(&mut self, site: Site<'_>, instance: &Instance) -> Arc<Footprint> {
        if let Some(known) = self.0.get(&instance.key) {
            return Arc::clone(known);
        }
        let surveyed = Arc::new(Footprint::survey(site, instance));
        self.0.insert(instance.key.clone(), Arc::clone(&surveyed));
        surveyed
    }

    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}

impl Footprint {
    fn survey(site: Site<'_>, instance: &Instance) -> Self {
        let (reach, priority) = reach(site, instance);
        Self {
            inputs: site.inputs(instance),
            states: site.states(instance),
            outputs: site.outputs(instance),
            reach,
            priority,
        }
    }
}

/// Beyond it, upstream's way of writing the numbers cannot tell them apart.
const MOST: usize = 35;

fn reach(site: Site<'_>, first: &Instance) -> (HashSet<String>, Vec<usize>) {
    let mut reach = HashSet::new();
    let mut followers = Vec::new();
    let mut level = vec![first.clone()];
    while !level.is_empty() {
        let mut fresh = Vec::new();
        for output in level.iter().flat_map(|instance| site.outputs(instance)) {
            if reach.insert(output.clone()) {
                fresh.push(output);
            }
        }
        level = fresh.iter().flat_map(|prop| followers_of(site, prop)).collect();
        if !level.is_empty() {
            followers.push(level.len().min(MOST));
        }
    }
    let mut priority = vec![followers.len().min(MOST)];
    priority.append(&mut followers);
    (reach, priority)
}

fn followers_of(site: Site<'_>, prop: &str) -> Vec<Instance> {
    let (id, property) = split_prop_id(prop);
    let requests = site.on_change(&Id::read(id), std::iter::once(property));
    requests.into_iter().map(|request| request.instance).collect()
}

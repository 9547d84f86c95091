//! Requested runs of callbacks, and lists of them. Pure.
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::footprint::Footprint;
use super::matching::Instance;
use super::requests::add_new;

/// A requested run of a callback.
#[derive(Debug, Clone)]
pub(super) struct Job {
    /// Tells it from every other.
    pub(super) ticket: u64,
    pub(super) instance: Instance,
    /// The props that triggered it; none on an initial call.
    pub(super) changed: Vec<String>,
    pub(super) initial: bool,
    /// Jobs that one change of the layout asked for; see `is_pointless`.
    pub(super) group: Option<Group>,
    /// The callbacks whose answers led here; a callback never follows itself.
    pub(super) predecessors: Arc<BTreeSet<usize>>,
    pub(super) footprint: Arc<Footprint>,
}

/// What the finished jobs of a group could have written, and what they did; dropped ones do not count.
#[derive(Debug, Clone, Default)]
pub(super) struct Group(Arc<Mutex<Written>>);

#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) possible: HashSet<String>,
    pub(super) really: HashSet<String>,
}

impl Group {
    pub(super) fn written(&self) -> MutexGuard<'_, Written> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Jobs by their instances, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Jobs {
    pub(super) in_order: BTreeMap<u64, Job>,
    pub(super) by_key: HashMap<String, u64>,
    came: u64,
}

impl Job {
    /// The run that stands for both.
    pub(super) fn united(older: Option<Self>, newer: Self) -> Self {
        let Some(older) = older else { return newer };
        if older.initial != newer.initial {
            return if older.initial { newer } else { older };
        }
        let mut changed = older.changed;
        add_new(&mut changed, newer.changed);
        Job { changed, group: newer.group.or(older.group), ..newer }
    }
}

impl Jobs {
    pub(super) fn len(&self) -> usize {
        self.in_order.len()
    }

    pub(super) fn get(&self, key: &str) -> Option<&Job> {
        self.in_order.get(self.by_key.get(key)?)
    }

    pub(super) fn keys(&self) -> Vec<String> {
        self.in_order.values().map(|job| job.instance.key.clone()).collect()
    }

    pub(super) fn insert(&mut self, job: Job) {
        self.came += 1;
        self.by_key.insert(job.instance.key.clone(), self.came);
        self.in_order.insert(self.came, job);
    }

    pub(super) fn remove(&mut self, key: &str) -> Option<Job> {
        self.in_order.remove(&self.by_key.remove(key)?)
    }
}

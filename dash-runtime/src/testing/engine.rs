//! The page without its browser: a change of the layout becomes requests, their answers become changes.
//! Calls nothing by itself.
use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::answer::{Answer, Failure, Outcome};
use super::body::{Missing, body};
use super::footprint::Footprints;
use super::graph::{Graph, Side};
use super::ids::{Bound, Id, split_prop_id, without_suffix};
use super::job::{Group, Job};
use super::matching::resolve_id;
use super::patch::{PatchError, patched};
use super::persistence::Persistence;
use super::requests::{Request, Site};
use super::schedule::Schedule;
use super::tree::{Change, Tree};

/// As many as Dash; browsers open about six connections to one server.
const MAX_RUNNING: usize = 12;

#[derive(Debug)]
pub(super) struct Engine {
    pub(super) graph: Graph,
    pub(super) tree: Tree,
    schedule: Schedule,
    footprints: Footprints,
    pub(super) persistence: Persistence,
    tickets: u64,
    /// Running jobs that a newer one has made obsolete, or that write nothing any more.
    pub(super) obsolete: Vec<Job>,
    /// What callbacks have set since it was last looked at.
    pub(super) written: Vec<(Id, Vec<String>)>,
    /// What has come into the layout since it was last looked at.
    pub(super) arrived: Vec<Id>,
}

/// A job that starts, with what it sends.
#[derive(Debug)]
pub(super) struct Started {
    pub(super) job: Job,
    pub(super) body: Result<Option<Value>, Missing>,
}

impl Engine {
    pub(super) fn new(graph: Graph, tree: Tree) -> Self {
        let arrived = tree.ids().places().iter().map(|place| place.id.clone()).collect();
        Self {
            graph,
            tree,
            schedule: Schedule::default(),
            footprints: Footprints::default(),
            persistence: Persistence::default(),
            tickets: 0,
            obsolete: Vec::new(),
            written: Vec::new(),
            arrived,
        }
    }

    /// Brings back what the user once changed, and requests the first call of every callback.
    pub(super) fn load(&mut self) {
        let present: Vec<Id> =
            self.tree.ids().places().iter().map(|place| place.id.clone()).collect();
        self.restore(&present);
        let requests = self.site().on_load();
        self.request(requests, Some(Group::default()), None);
    }

    /// Sets props as a component reports them: those that differ.
    pub(super) fn change(&mut self, id: &str, props: Vec<(String, Value)>) {
        if let Some(component) = self.tree.component(id) {
            self.persistence.record(component, &props);
        }
        if let Some(change) = self.tree.change(id, props) {
            self.follow(&change, None);
        }
    }

    /// Sets props of the server's own accord.
    pub(super) fn push(&mut self, id: &Id, props: Vec<(String, Value)>) -> Result<(), Failure> {
        self.apply(&[(id.clone(), props)], None).map_err(|error| Failure::new(&error))
    }

    /// Sets props beside the outputs of a job while it goes on.
    pub(super) fn show(&mut self, job: &Job, sides: &[Side]) -> Result<(), Failure> {
        self.apply_sides(sides, job).map_err(|error| Failure::new(&error))
    }

    /// Starts what may run now.
    pub(super) fn advance(&mut self) -> Vec<Started> {
        let jobs = self.schedule.start(MAX_RUNNING, &self.graph);
        let start = |job: Job| {
            let body = body(&job, &self.graph, &self.tree);
            Started { job, body }
        };
        let started: Vec<Started> = jobs.into_iter().map(start).collect();
        for Started { job, .. } in &started {
            let on = self.graph.callbacks[job.instance.callback].running.clone();
            // A value of `running(..)` is no patch.
            let _ = self.apply_sides(&on, job);
        }
        started
    }

    /// Takes what came of a job; gives how it ended unless it is obsolete.
    pub(super) fn settle(&mut self, job: &Job, outcome: Outcome) -> Option<Outcome> {
        let (answer, ended) = match outcome {
            Outcome::Answered(answer) => (answer, None),
            other => (Answer::default(), Some(other)),
        };
        let written = answer.written();
        let is_skipped = matches!(ended, Some(Outcome::Skipped));
        let finished = self.schedule.finish(job, (!is_skipped).then_some(&*written));
        let sides = match &finished {
            Some(job) => self.apply_sides(&answer.sides, job),
            None => Ok(()),
        };
        if !self.schedule.runs(&job.instance.key) {
            let off = self.graph.callbacks[job.instance.callback].running_off.clone();
            // A value of `running(..)` is no patch.
            let _ = self.apply_sides(&off, job);
        }
        let job = finished?;
        let applied = sides.and_then(|()| self.apply(&answer.response, Some(&job)));
        let failed = applied.err().map(|error| Outcome::Failed(Failure::new(&error)));
        Some(failed.or(ended).unwrap_or(Outcome::Answered(answer)))
    }

    /// Whether nothing has changed since it was last looked at.
    pub(super) fn is_settled(&self) -> bool {
        self.arrived.is_empty() && self.written.is_empty()
    }

    fn site(&self) -> Site<'_> {
        Site { graph: &self.graph, ids: self.tree.ids() }
    }

    fn request(&mut self, requests: Vec<Request>, group: Option<Group>, cause: Option<&Job>) {
        if requests.is_empty() {
            return;
        }
        let predecessors = Arc::new(cause.map_or_else(BTreeSet::new, |cause| {
            let mut predecessors = (*cause.predecessors).clone();
            predecessors.insert(cause.instance.callback);
            predecessors
        }));
        for Request { instance, changed, initial } in requests {
            self.tickets += 1;
            let site = Site { graph: &self.graph, ids: self.tree.ids() };
            let job = Job {
                ticket: self.tickets,
                footprint: self.footprints.of(site, &instance),
                instance,
                changed,
                initial,
                group: group.clone(),
                predecessors: Arc::clone(&predecessors),
            };
            self.obsolete.extend(self.schedule.enqueue(job, &self.graph));
        }
    }

    fn follow(&mut self, change: &Change, cause: Option<&Job>) {
        let Change { id, properties, inserted, removed } = change;
        self.restore(inserted);
        if !inserted.is_empty() || !removed.is_empty() {
            let Self { graph, tree, schedule, footprints, .. } = self;
            footprints.forget();
            let site = Site { graph, ids: tree.ids() };
            let is_present = |prop: &str| site.ids.has(split_prop_id(prop).0);
            let survey = |instance: &_| footprints.of(site, instance);
            self.obsolete.extend(schedule.revise(graph, survey, is_present));
            self.arrived.extend(inserted.iter().cloned());
        }
        let requests = self.site().on_change(id, properties.iter().map(String::as_str));
        self.request(requests, None, cause);
        let requests = self.site().on_insert(inserted);
        self.request(requests, Some(Group::default()), cause);
        let requests = self.site().on_remove(removed);
        self.request(requests, Some(Group::default()), cause);
    }

    /// Needs no callbacks of its own: those of new components read what it brings.
    fn restore(&mut self, inserted: &[Id]) {
        for id in inserted.iter().map(Id::to_string) {
            let Some(component) = self.tree.component(&id) else { continue };
            let kept = self.persistence.restored(component);
            if !kept.is_empty() {
                self.tree.update(&id, kept);
            }
        }
    }

    /// Sets props of the components that each of the patterns stands for.
    fn apply_sides(&mut self, sides: &[Side], cause: &Job) -> Result<(), PatchError> {
        let mut updates = Vec::new();
        for (at, (wanted, props)) in sides.iter().enumerate() {
            let bound = bound_by(cause, at);
            let ids = resolve_id(wanted, &wanted.lookup(), &bound, self.tree.ids());
            updates.extend(ids.into_iter().map(|id| (id, props.clone())));
        }
        self.apply(&updates, Some(cause))
    }

    /// Sets props, equal or not. Components that are gone by now are passed over.
    fn apply(
        &mut self,
        updates: &[(Id, Vec<(String, Value)>)],
        cause: Option<&Job>,
    ) -> Result<(), PatchError> {
        for (id, props) in updates {
            let text = id.to_string();
            if !self.tree.ids().has(&text) {
                continue;
            }
            let next = |(name, value): &(String, Value)| {
                let property = without_suffix(name);
                let value = patched(self.tree.prop(&text, property), value)?;
                Ok((property.to_owned(), value))
            };
            let props = props.iter().map(next).collect::<Result<Vec<_>, _>>()?;
            let Some(component) = self.tree.component(&text) else { continue };
            let props = self.persistence.overridden(component, props);
            if let Some(change) = self.tree.update(&text, props) {
                self.follow(&change, cause);
                self.written.push((change.id, change.properties));
            }
        }
        Ok(())
    }
}

/// The values of the trigger at the update's own position, or else of the first one.
fn bound_by(cause: &Job, position: usize) -> Bound {
    let changed = &cause.changed;
    let trigger = changed.get(position).or(changed.first());
    let mut bound = match trigger.map(|prop| Id::read(split_prop_id(prop).0)) {
        Some(Id::Keys(keys)) => {
            keys.iter().map(|(name, value)| (name.to_owned(), value.clone())).collect()
        }
        _ => Bound::new(),
    };
    bound.extend(cause.instance.bound.clone());
    bound
}

//! Which of the requested callbacks may run now, and in what order. Pure: no values of props.
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::footprint::Footprint;
use super::graph::Graph;
use super::job::{Job, Jobs};
use super::matching::Instance;

#[derive(Debug, Default)]
pub(super) struct Schedule {
    waiting: Jobs,
    running: Jobs,
    /// How many jobs may still write a prop.
    writers: HashMap<String, usize>,
}

/// Where a job is.
#[derive(Debug, Clone, Copy)]
enum Stage {
    Waiting,
    Running,
}

impl Schedule {
    /// Adds a job, united with a waiting one of the same instance. Gives the running one that it
    /// makes obsolete.
    pub(super) fn enqueue(&mut self, job: Job, graph: &Graph) -> Option<Job> {
        if job.predecessors.contains(&job.instance.callback) || has_lost_outputs(&job, graph) {
            return None;
        }
        let key = job.instance.key.clone();
        let older = self.remove(Stage::Waiting, &key);
        self.add(Stage::Waiting, Job::united(older, job), graph);
        self.remove(Stage::Running, &key)
    }

    /// Starts what nothing pending can still write to, what leads to most first, up to `limit` at a time.
    pub(super) fn start(&mut self, limit: usize, graph: &Graph) -> Vec<Job> {
        let free = limit.saturating_sub(self.held_up_by(graph));
        if free == 0 || self.waiting.len() == 0 {
            return Vec::new();
        }
        let mut ready = self.ready(graph);
        ready.sort_by(|a, b| b.footprint.priority.cmp(&a.footprint.priority));
        ready.truncate(free);
        for job in &ready {
            if let Some(job) = self.remove(Stage::Waiting, &job.instance.key) {
                self.add(Stage::Running, job, graph);
            }
        }
        ready
    }

    /// Ends a running job with the props it wrote, or none if it was skipped; nothing if a newer
    /// run has made it obsolete.
    pub(super) fn finish(&mut self, job: &Job, written: Option<&[String]>) -> Option<Job> {
        if !self.is_running(job) {
            return None;
        }
        let job = self.remove(Stage::Running, &job.instance.key)?;
        if let (Some(written), Some(group)) = (written, &job.group) {
            let mut known = group.written();
            known.possible.extend(job.footprint.outputs.iter().cloned());
            known.really.extend(written.iter().cloned());
        }
        Some(job)
    }

    /// Looks again at every job after components came or went. Gives the running ones that write
    /// nothing any more.
    pub(super) fn revise(
        &mut self,
        graph: &Graph,
        mut survey: impl FnMut(&Instance) -> Arc<Footprint>,
        is_present: impl Fn(&str) -> bool,
    ) -> Vec<Job> {
        let mut lost = Vec::new();
        for stage in [Stage::Waiting, Stage::Running] {
            for key in self.jobs(stage).keys() {
                let Some(mut job) = self.remove(stage, &key) else { continue };
                job.footprint = survey(&job.instance);
                if has_lost_outputs(&job, graph) {
                    lost.extend(matches!(stage, Stage::Running).then_some(job));
                    continue;
                }
                if job.footprint.outputs.len()
                    != graph.callbacks[job.instance.callback].outputs.len()
                {
                    job.changed.retain(|prop| is_present(prop));
                }
                self.add(stage, job, graph);
            }
        }
        lost
    }

    /// Whether a run of this instance goes on.
    pub(super) fn runs(&self, key: &str) -> bool {
        self.running.by_key.contains_key(key)
    }

    /// Drops what has become pointless, which may free others.
    fn ready(&mut self, graph: &Graph) -> Vec<Job> {
        loop {
            let waiting = || self.waiting.in_order.values();
            let settled: Vec<Job> =
                waiting().filter(|job| is_ready(&self.writers, job)).cloned().collect();
            let is_circle = settled.is_empty() && self.held_up_by(graph) == 0;
            let ready = if is_circle { entries(waiting()) } else { settled };
            let pointless = ready.iter().filter(|job| is_pointless(job, graph));
            let keys: Vec<String> = pointless.map(|job| job.instance.key.clone()).collect();
            if keys.is_empty() {
                return ready;
            }
            for key in keys {
                self.remove(Stage::Waiting, &key);
            }
        }
    }

    /// How many jobs run that have an end to wait for: all but streams.
    fn held_up_by(&self, graph: &Graph) -> usize {
        let jobs = self.running.in_order.values();
        jobs.filter(|job| !graph.callbacks[job.instance.callback].stream).count()
    }

    fn is_running(&self, job: &Job) -> bool {
        self.running.get(&job.instance.key).is_some_and(|known| known.ticket == job.ticket)
    }

    const fn jobs(&mut self, stage: Stage) -> &mut Jobs {
        match stage {
            Stage::Waiting => &mut self.waiting,
            Stage::Running => &mut self.running,
        }
    }

    fn add(&mut self, stage: Stage, mut job: Job, graph: &Graph) {
        let is_stream = graph.callbacks[job.instance.callback].stream;
        if is_stream && matches!(stage, Stage::Running) {
            // It sets its outputs on the way, and nobody waits for more.
            Arc::make_mut(&mut job.footprint).reach.clear();
        }
        for prop in &job.footprint.reach {
            *self.writers.entry(prop.clone()).or_default() += 1;
        }
        self.jobs(stage).insert(job);
    }

    fn remove(&mut self, stage: Stage, key: &str) -> Option<Job> {
        let job = self.jobs(stage).remove(key)?;
        for prop in &job.footprint.reach {
            if let Some(count) = self.writers.get_mut(prop) {
                *count -= 1;
                if *count == 0 {
                    self.writers.remove(prop);
                }
            }
        }
        Some(job)
    }
}

fn has_lost_outputs(job: &Job, graph: &Graph) -> bool {
    !graph.callbacks[job.instance.callback].outputs.is_empty() && job.footprint.outputs.is_empty()
}

/// Of jobs that wait for nothing but each other: the first, and whatever reads nothing that the chosen ones write.
fn entries<'a>(waiting: impl Iterator<Item = &'a Job>) -> Vec<Job> {
    let mut written = HashSet::new();
    let mut chosen = Vec::new();
    for job in waiting {
        let Footprint { inputs, states, outputs, .. } = &*job.footprint;
        let mut reads = inputs.iter().chain(states);
        if reads.any(|prop| written.contains(prop) && !outputs.contains(prop)) {
            continue;
        }
        written.extend(outputs.iter().cloned());
        chosen.push(job.clone());
    }
    chosen
}

fn is_ready(writers: &HashMap<String, usize>, Job { footprint, .. }: &Job) -> bool {
    let Footprint { inputs, states, outputs, reach, .. } = &**footprint;
    inputs.iter().chain(states).all(|prop| {
        let own = usize::from(reach.contains(prop));
        writers.get(prop).copied().unwrap_or_default() <= own || outputs.contains(prop)
    })
}

/// All its inputs could have come from its group, and none did. Lists always count as having come.
fn is_pointless(job: &Job, graph: &Graph) -> bool {
    let Some(group) = &job.group else { return false };
    if graph.callbacks[job.instance.callback].inputs.iter().all(|input| input.is_list) {
        return false;
    }
    let written = group.written();
    let inputs = &job.footprint.inputs;
    inputs.iter().all(|input| written.possible.contains(input) && !written.really.contains(input))
}

//! Callbacks in the background as a page holds them: their tickets, and what ends them. Pure.
use serde_json::Value;

use super::graph::{Callback, Side};
use super::ids::Wanted;
use super::job::Job;
use super::spec::PropSpec;

/// What a callback in the background is called; opaque to a page.
#[derive(Debug, Clone)]
pub(super) struct Ticket {
    pub(super) job: String,
    pub(super) cache_key: String,
    /// A callback that reads one of these ends it.
    pub(super) cancel: Vec<PropSpec>,
    /// What shows its progress when there is none.
    pub(super) progress_default: Vec<Side>,
}

/// A ticket, and whose it is.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) ticket: Ticket,
    pub(super) outputs: Value,
    pub(super) job: Job,
}

/// The tickets of a page.
#[derive(Debug, Default)]
pub(super) struct Tickets(Vec<Held>);

impl Tickets {
    pub(super) fn hold(&mut self, held: Held) {
        self.0.push(held);
    }

    /// Gives up the ticket of a job that has ended.
    pub(super) fn release(&mut self, job: &Job) -> Option<Held> {
        let at = self.0.iter().position(|held| held.job.ticket == job.ticket)?;
        Some(self.0.remove(at))
    }

    /// What a call has to say of the jobs that it replaces or ends, as a query; and those that it ends.
    pub(super) fn claims(&mut self, callback: &Callback, body: &Value) -> (String, Vec<&Held>) {
        let outputs = &body["outputs"];
        let is_replaced = |held: &Held| !outputs.is_null() && held.outputs == *outputs;
        let mut query = Vec::new();
        self.0.retain(|held| {
            let kept = !is_replaced(held);
            if !kept {
                query.push(format!("oldJob={}", held.ticket.job));
            }
            kept
        });
        let ended: Vec<&Held> = self.0.iter().filter(|held| held.is_ended_by(callback)).collect();
        query.extend(ended.iter().map(|held| format!("cancelJob={}", held.ticket.job)));
        (query.join("&"), ended)
    }
}

impl Held {
    fn is_ended_by(&self, callback: &Callback) -> bool {
        let reads = |prop: &PropSpec| {
            let id = Wanted::read(&prop.id);
            callback.inputs.iter().any(|own| own.id == id && own.wire_property == prop.property)
        };
        self.ticket.cancel.iter().any(reads)
    }
}

impl Ticket {
    /// How the page asks after it.
    pub(super) fn query(&self) -> String {
        format!("cacheKey={}&job={}", self.cache_key, self.job)
    }
}

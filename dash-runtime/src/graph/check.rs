//! What can be wrong with one wire of a listed callback.
use dash_components::Dependency;

use super::faults::Fault;
use super::index::{find, is_at, next_writer};
use super::message::Message;
use super::plan::Plan;
use crate::CallbackDef;

/// Which clause of a `#[callback]` a wire stands in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Clause {
    /// `output(..)`
    Output,
    /// `input(..)`
    Input,
    /// `state(..)`
    State,
    /// `running(..)`
    Running,
    /// `progress(..)`
    Shown,
    /// `cancel(..)`
    Cancel,
}

impl Clause {
    /// How many wires it has.
    pub(super) const fn wires(self, plan: &Plan, callback: usize) -> usize {
        let CallbackDef { outputs, inputs, states, running, .. } = plan.callbacks[callback];
        match self {
            Self::Output => outputs.len(),
            Self::Input => inputs.len(),
            Self::State => states.len(),
            Self::Running => running.len(),
            Self::Shown => plan.callbacks[callback].progress().len(),
            Self::Cancel => plan.callbacks[callback].cancel().len(),
        }
    }
}

/// One wire of one callback of an app.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wire {
    /// The callback's number in the app.
    pub(crate) callback: usize,
    /// The clause.
    pub(crate) clause: Clause,
    /// The wire's number in the clause.
    pub(crate) at: usize,
    /// The view, as the user wrote it.
    pub(crate) view: &'static str,
}

impl Wire {
    pub(super) const fn new(callback: usize, clause: Clause, at: usize) -> Self {
        Self { callback, clause, at, view: "" }
    }

    /// What the wire refers to.
    pub(crate) const fn dependency(self, plan: &Plan) -> &'static Dependency {
        let callback = plan.callbacks[self.callback];
        match self.clause {
            Clause::Output => &callback.outputs[self.at],
            Clause::Input => &callback.inputs[self.at],
            Clause::State => &callback.states[self.at],
            Clause::Running => &callback.running[self.at].prop,
            Clause::Shown => &callback.progress()[self.at],
            Clause::Cancel => &callback.cancel()[self.at],
        }
    }

    /// The wire's number among all of the callback's.
    pub(super) const fn place(self, plan: &Plan) -> usize {
        let callback = plan.callbacks[self.callback];
        let (outputs, inputs) = (callback.outputs.len(), callback.inputs.len());
        let running = outputs + inputs + callback.states.len();
        let progress = running + callback.running.len();
        self.at
            + match self.clause {
                Clause::Output => 0,
                Clause::Input => outputs,
                Clause::State => outputs + inputs,
                Clause::Running => running,
                Clause::Shown => progress,
                Clause::Cancel => progress + callback.progress().len(),
            }
    }

    /// What is wrong with the wire. All wires of an app come by here, so that calls are few.
    pub(super) const fn fault(self, plan: &Plan) -> Option<Fault> {
        let own = self.dependency(plan);
        let ids = plan.graph.ids;
        if self.may_lack_match(plan) && self.unmatched(plan).is_some() {
            return Some(Fault::Unmatched);
        }
        if !own.optional && !is_at(ids, find(ids, own.id_key), own.id_key) {
            return if self.is_missing_before(plan) { None } else { Some(Fault::Missing) };
        }
        if !plan.pages.is_empty() && self.misplaced(plan).is_some() {
            return Some(Fault::Misplaced);
        }
        match self.clause {
            Clause::Output => self.beside_writers(plan),
            Clause::Input if self.is_own_output(plan) => Some(Fault::OwnOutput),
            Clause::Input if self.speaks_for_cycle(plan) => Some(Fault::Cycle),
            _ => None,
        }
    }

    /// What to say of it.
    pub(super) const fn message(self, plan: &Plan, fault: Fault) -> Option<Message> {
        match fault {
            Fault::Unmatched => self.unmatched(plan),
            Fault::Missing => Some(Message::missing(plan, self)),
            Fault::Misplaced => self.misplaced(plan),
            Fault::OnlyWriter => Some(Message::only_writer(plan, self)),
            Fault::SecondWriter(first) => Some(Message::second_writer(plan, self, first)),
            Fault::OwnOutput => Some(Message::own_output(plan, self)),
            Fault::Cycle => Some(Message::cycle(plan, self)),
        }
    }

    /// Whether an earlier wire needs the id too: where the layout lacks it, that one says so.
    const fn is_missing_before(self, plan: &Plan) -> bool {
        let key = self.dependency(plan).id_key;
        let mut callback = 0;
        while callback <= self.callback {
            let own = callback == self.callback;
            let count = if own { self.place(plan) } else { wire_count(plan, callback) };
            let mut at = 0;
            while at < count {
                let Dependency { id_key, optional, .. } = *dependency_at(plan, callback, at);
                if id_key == key && !optional {
                    return true;
                }
                at += 1;
            }
            callback += 1;
        }
        false
    }

    /// Whether the output cannot stand beside other outputs.
    const fn beside_writers(self, plan: &Plan) -> Option<Fault> {
        let own = self.dependency(plan);
        let outputs = plan.graph.outputs;
        let is_only = !is_at(outputs, find(outputs, own.key) + 1, own.key);
        if is_only && !own.allow_duplicate {
            return None;
        }
        if self.is_alone(plan) {
            return Some(Fault::OnlyWriter);
        }
        match self.other_writer(plan) {
            Some(first) => Some(Fault::SecondWriter(first)),
            None => None,
        }
    }

    /// The first callback that keeps this output from the wire: an earlier one, or its own callback
    /// where that writes it in an earlier place.
    pub(crate) const fn other_writer(self, plan: &Plan) -> Option<usize> {
        let own = self.dependency(plan);
        let slots = plan.graph.outputs;
        let mut slot = find(slots, own.key);
        while let Some(found) = next_writer(plan.callbacks, slots, slot, own) {
            let (owner, at) = (slots[found].owner as usize, slots[found].at as usize);
            if owner > self.callback || owner == self.callback && at >= self.at {
                return None;
            }
            let shared = own.allow_duplicate || slots[found].output(plan.callbacks).allow_duplicate;
            if owner == self.callback || !shared {
                return Some(owner);
            }
            slot = found + 1;
        }
        None
    }

    /// Whether the output says that other callbacks write it, and none does.
    const fn is_alone(self, plan: &Plan) -> bool {
        let own = self.dependency(plan);
        let slots = plan.graph.outputs;
        let first = next_writer(plan.callbacks, slots, find(slots, own.key), own);
        let Some(first) = first else { return own.allow_duplicate };
        own.allow_duplicate && next_writer(plan.callbacks, slots, first + 1, own).is_none()
    }

    const fn is_own_output(self, plan: &Plan) -> bool {
        let callback = plan.callbacks[self.callback];
        !callback.options.circular && is_among(callback.outputs, self.dependency(plan))
    }

    const fn speaks_for_cycle(self, plan: &Plan) -> bool {
        let hop = plan.graph.cycles[self.callback];
        hop.speaks && hop.input as usize == self.at
    }
}

/// The wire of a callback with this number among all of the callback's.
pub(super) const fn dependency_at(
    plan: &Plan,
    callback: usize,
    mut at: usize,
) -> &'static Dependency {
    let callback = plan.callbacks[callback];
    if at < callback.outputs.len() {
        return &callback.outputs[at];
    }
    at -= callback.outputs.len();
    if at < callback.inputs.len() {
        return &callback.inputs[at];
    }
    at -= callback.inputs.len();
    if at < callback.states.len() {
        return &callback.states[at];
    }
    at -= callback.states.len();
    if at < callback.running.len() {
        return &callback.running[at].prop;
    }
    at -= callback.running.len();
    if at < callback.progress().len() {
        return &callback.progress()[at];
    }
    &callback.cancel()[at - callback.progress().len()]
}

/// How many wires a callback has.
const fn wire_count(plan: &Plan, callback: usize) -> usize {
    Wire::new(callback, Clause::Cancel, plan.callbacks[callback].cancel().len()).place(plan)
}

/// Whether one of the dependencies can be the prop `wanted`.
const fn is_among(dependencies: &[Dependency], wanted: &Dependency) -> bool {
    let mut at = 0;
    while at < dependencies.len() {
        if dependencies[at].key == wanted.key && dependencies[at].overlaps(wanted) {
            return true;
        }
        at += 1;
    }
    false
}

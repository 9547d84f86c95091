//! What can be wrong with one wire of a listed callback.
use dash_components::Dependency;

use super::index::{find, is_at, next_writer};
use super::message::Message;
use super::plan::Plan;

/// Which clause of a `#[callback]` a wire stands in.
#[derive(Debug, Clone, Copy)]
pub enum Clause {
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
    /// The first fault in this clause of the callback at the place `at`; `views` is as the user wrote it.
    pub const fn fault<A: Plan>(self, at: usize, views: &[&'static str]) -> Option<Fault> {
        let callback = A::FIRST + at;
        let mut at = 0;
        while at < views.len() {
            let wire = Wire { callback, clause: self, at, view: views[at] };
            if let Some(fault) = wire.fault::<A>(at) {
                return Some(fault);
            }
            at += 1;
        }
        None
    }
}

/// What is wrong with one wire.
#[derive(Debug)]
pub struct Fault {
    /// Twice the wire's number among those that were checked together, and one more where not its id but its prop is wrong.
    pub place: usize,
    /// What to say.
    pub message: Message,
}

/// Ends the evaluation; rustc marks the call.
///
/// # Panics
///
/// Always.
#[track_caller]
pub const fn fail(fault: &Fault) {
    panic!("{}", fault.message.as_str())
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
    /// What the wire refers to.
    pub(crate) const fn dependency<A: Plan>(self) -> &'static Dependency {
        let callback = A::CALLBACKS[self.callback];
        match self.clause {
            Clause::Output => &callback.outputs[self.at],
            Clause::Input => &callback.inputs[self.at],
            Clause::State => &callback.states[self.at],
            Clause::Running => &callback.running[self.at].prop,
            Clause::Shown => &callback.progress()[self.at],
            Clause::Cancel => &callback.cancel()[self.at],
        }
    }

    /// What is wrong with the wire, which is the number `at` of those that are checked together.
    pub(super) const fn fault<A: Plan>(self, at: usize) -> Option<Fault> {
        if self.is_missing::<A>() {
            return Some(Fault { place: 2 * at, message: Message::missing::<A>(self) });
        }
        if !A::PAGES.is_empty()
            && let Some(message) = self.misplaced::<A>()
        {
            return Some(Fault { place: 2 * at, message });
        }
        match self.conflict::<A>() {
            Some(message) => Some(Fault { place: 2 * at + 1, message }),
            None => None,
        }
    }

    /// Whether the layout does not have the wire's id.
    pub(super) const fn is_missing<A: Plan>(self) -> bool {
        let Dependency { id_key: key, optional, .. } = *self.dependency::<A>();
        let ids = A::GRAPH.ids;
        !optional && !is_at(ids, find(ids, key), key)
    }

    /// The message if the wire cannot stand beside the app's other wires.
    const fn conflict<A: Plan>(self) -> Option<Message> {
        match self.clause {
            Clause::Output if self.is_alone::<A>() => Some(Message::only_writer::<A>(self)),
            Clause::Output => match self.other_writer::<A>() {
                Some(writer) => Some(Message::second_writer::<A>(self, writer)),
                None => None,
            },
            Clause::Input if self.is_own_output::<A>() => Some(Message::own_output::<A>(self)),
            Clause::Input if self.speaks_for_cycle::<A>() => Some(Message::cycle::<A>(self)),
            _ => None,
        }
    }

    /// The first callback that keeps this output from the wire: an earlier one, or its own callback
    /// where that writes it in an earlier place.
    pub(crate) const fn other_writer<A: Plan>(self) -> Option<usize> {
        let own = self.dependency::<A>();
        let slots = A::GRAPH.outputs;
        let mut slot = find(slots, own.key);
        while let Some(found) = next_writer(A::CALLBACKS, slots, slot, own) {
            let (owner, at) = (slots[found].owner as usize, slots[found].at as usize);
            if owner > self.callback || owner == self.callback && at >= self.at {
                return None;
            }
            let shared = own.allow_duplicate || slots[found].output(A::CALLBACKS).allow_duplicate;
            if owner == self.callback || !shared {
                return Some(owner);
            }
            slot = found + 1;
        }
        None
    }

    /// Whether the output says that other callbacks write it, and none does.
    const fn is_alone<A: Plan>(self) -> bool {
        let own = self.dependency::<A>();
        let slots = A::GRAPH.outputs;
        let first = next_writer(A::CALLBACKS, slots, find(slots, own.key), own);
        let Some(first) = first else { return own.allow_duplicate };
        own.allow_duplicate && next_writer(A::CALLBACKS, slots, first + 1, own).is_none()
    }

    const fn is_own_output<A: Plan>(self) -> bool {
        let callback = A::CALLBACKS[self.callback];
        !callback.options.circular && is_among(callback.outputs, self.dependency::<A>())
    }

    const fn speaks_for_cycle<A: Plan>(self) -> bool {
        let hop = A::GRAPH.cycles[self.callback];
        hop.speaks && hop.input as usize == self.at
    }
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

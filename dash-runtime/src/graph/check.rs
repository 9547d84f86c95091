//! What can be wrong with one wire of a listed callback.
use dash_components::Dependency;

use super::index::{find, is_at};
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
}

/// One wire of one callback of an app.
#[derive(Debug, Clone, Copy)]
pub struct Wire {
    /// The callback's number in the app.
    pub callback: usize,
    /// The clause.
    pub clause: Clause,
    /// The wire's number in the clause.
    pub at: usize,
    /// The view, as the user wrote it.
    pub view: &'static str,
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
        }
    }

    /// The message if the layout does not have the wire's id.
    pub const fn missing<A: Plan>(self) -> Option<Message> {
        let Dependency { id_key: key, optional, .. } = *self.dependency::<A>();
        let ids = A::GRAPH.ids;
        if optional || is_at(ids, find(ids, key), key) {
            return None;
        }
        Some(Message::missing::<A>(self))
    }

    /// The message if the wire cannot stand beside the app's other wires.
    pub const fn conflict<A: Plan>(self) -> Option<Message> {
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
        let Dependency { key, allow_duplicate, .. } = *self.dependency::<A>();
        let slots = A::GRAPH.outputs;
        let mut slot = find(slots, key);
        while is_at(slots, slot, key) && (slots[slot].owner as usize) < self.callback {
            let owner = slots[slot].owner as usize;
            let outputs = A::CALLBACKS[owner].outputs;
            if !allow_duplicate && !outputs[position(outputs, key)].allow_duplicate {
                return Some(owner);
            }
            slot += 1;
        }
        let is_twice = position(A::CALLBACKS[self.callback].outputs, key) < self.at;
        if is_twice { Some(self.callback) } else { None }
    }

    /// Whether the output says that other callbacks write it, and none does.
    const fn is_alone<A: Plan>(self) -> bool {
        let Dependency { key, allow_duplicate, .. } = *self.dependency::<A>();
        let slots = A::GRAPH.outputs;
        let first = find(slots, key);
        allow_duplicate && !is_at(slots, first + 1, key)
    }

    const fn is_own_output<A: Plan>(self) -> bool {
        let callback = A::CALLBACKS[self.callback];
        let key = self.dependency::<A>().key;
        !callback.options.circular && position(callback.outputs, key) < callback.outputs.len()
    }

    const fn speaks_for_cycle<A: Plan>(self) -> bool {
        let hop = A::GRAPH.cycles[self.callback];
        hop.speaks && hop.input as usize == self.at
    }
}

/// Where `key` first stands among the dependencies; their number if nowhere.
pub(crate) const fn position(dependencies: &[Dependency], key: u64) -> usize {
    let mut at = 0;
    while at < dependencies.len() && dependencies[at].key != key {
        at += 1;
    }
    at
}

//! Wires that stand on a struct: joined into a callback's own, and what can be wrong with them there.
use dash_components::{Dependency, Field, Pattern, Prop, Wanted};

use super::check::{Clause, Fault, Wire};
use super::message::{Message, is_same};
use super::plan::Plan;
use crate::CallbackDef;

/// The group in the callback number `AT` of the app `A`, whose inputs start at `INPUT` of the callback's,
/// and whose states at `STATE`; `#[derive(Inputs)]` implements it.
///
/// Each constant fails to evaluate where one of its wires is wrong, with the caret on that wire.
pub trait InputsListedIn<A: Plan, const AT: usize, const INPUT: usize, const STATE: usize> {
    /// The inputs are in the layout, and close no cycle.
    const INPUTS: ();
    /// The states are in the layout.
    const STATES: ();
}

/// The group in the callback number `AT` of the app `A`, whose outputs start at `OUTPUT` of the
/// callback's; `#[derive(Outputs)]` implements it.
pub trait OutputsListedIn<A: Plan, const AT: usize, const OUTPUT: usize> {
    /// The outputs are in the layout, and no other callback writes them.
    const OUTPUTS: ();
}

/// The wires of all parts; `N` is how many there are.
pub const fn wires<const N: usize>(parts: &[&[Dependency]]) -> [Dependency; N] {
    const NONE: Dependency = Prop::<()>::new("", "", "").dependency();
    let mut wires = [NONE; N];
    let (mut filled, mut part) = (0, 0);
    while part < parts.len() {
        let mut at = 0;
        while at < parts[part].len() {
            wires[filled] = parts[part][at];
            filled += 1;
            at += 1;
        }
        part += 1;
    }
    wires
}

/// Whether one of the outputs says that other callbacks write it.
pub const fn has_duplicate(outputs: &[Dependency]) -> bool {
    let mut at = 0;
    while at < outputs.len() {
        if outputs[at].allow_duplicate {
            return true;
        }
        at += 1;
    }
    false
}

impl Clause {
    /// The first fault among wires that stand on a struct, or beside one: the first of them is the
    /// number `first` of this clause.
    ///
    /// `#[callback]` sees wildcards only where all wires are its own, so that they are checked here.
    pub const fn fault_in_group<A: Plan>(
        self,
        at: usize,
        first: usize,
        views: &[&'static str],
    ) -> Option<Fault> {
        let callback = A::FIRST + at;
        let mut at = 0;
        while at < views.len() {
            let wire = Wire { callback, clause: self, at: first + at, view: views[at] };
            if let Some(message) = wire.unmatched::<A>() {
                return Some(Fault { place: 2 * at, message });
            }
            if !wire.is_missing_before::<A>()
                && let Some(fault) = wire.fault::<A>(at)
            {
                return Some(fault);
            }
            at += 1;
        }
        None
    }
}

impl Wire {
    /// Whether an earlier callback is wired to the id too: where the layout lacks it, that one says so.
    const fn is_missing_before<A: Plan>(self) -> bool {
        if !self.is_missing::<A>() {
            return false;
        }
        let key = self.dependency::<A>().id_key;
        let mut at = 0;
        while at < self.callback {
            let CallbackDef { outputs, inputs, states, .. } = A::CALLBACKS[at];
            if is_wired(outputs, key) || is_wired(inputs, key) || is_wired(states, key) {
                return true;
            }
            at += 1;
        }
        false
    }

    /// The message if a wildcard of the wire has nothing that gives it a value.
    const fn unmatched<A: Plan>(self) -> Option<Message> {
        let outputs = A::CALLBACKS[self.callback].outputs;
        let Some(first) = outputs.first() else { return None };
        let first = first.pattern.as_ref();
        let own = self.dependency::<A>().pattern.as_ref();
        let lacks = without_match(own, first);
        match (self.clause, lacks, without_match(first, own)) {
            (Clause::Output, Some(field), _) => Some(Message::unmatched(field, "the first output")),
            (Clause::Output, None, Some(field)) => Some(Message::without_match(field)),
            (Clause::Input | Clause::State, Some(field), _) => {
                Some(Message::unmatched(field, "an output"))
            }
            _ => None,
        }
    }
}

const fn is_wired(wires: &[Dependency], id: u64) -> bool {
    let mut at = 0;
    while at < wires.len() {
        if wires[at].id_key == id && !wires[at].optional {
            return true;
        }
        at += 1;
    }
    false
}

/// The first field that takes its value from a `MATCH` which the other pattern does not have.
const fn without_match(own: Option<&Pattern>, other: Option<&Pattern>) -> Option<&'static str> {
    let Some(own) = own else { return None };
    let mut at = 0;
    while at < own.fields.len() {
        let Field { name, wanted } = own.fields[at];
        if matches!(wanted, Wanted::Match | Wanted::AllSmaller) && !has_match(other, name) {
            return Some(name);
        }
        at += 1;
    }
    None
}

const fn has_match(pattern: Option<&Pattern>, name: &str) -> bool {
    let Some(pattern) = pattern else { return false };
    let mut at = 0;
    while at < pattern.fields.len() {
        let field = pattern.fields[at];
        if matches!(field.wanted, Wanted::Match) && is_same(field.name, name) {
            return true;
        }
        at += 1;
    }
    false
}

impl Message {
    const fn unmatched(field: &str, whom: &str) -> Self {
        Self::new()
            .add("this wire takes `")
            .add(field)
            .add("` from the `MATCH` of ")
            .add(whom)
            .add(", and there is none\n\nhelp: write `ALL`, or give the output `")
            .add(field)
            .add(": MATCH`")
    }

    const fn without_match(field: &str) -> Self {
        Self::new()
            .add("this output has no `")
            .add(field)
            .add(": MATCH`, but the first output has\n\nhelp: all outputs of a callback have the same fields `MATCH`")
    }
}

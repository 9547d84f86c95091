//! Wildcards that nothing gives a value. `#[callback]` finds those of its own wires before, at the
//! wildcard itself; here are those of structs.
use dash_components::{Field, Pattern, Wanted};

use super::check::{Clause, Wire};
use super::message::{Message, is_same};
use super::plan::Plan;

impl Wire {
    /// Whether it has a wildcard, or should have one: most apps have none at all.
    pub(super) const fn may_lack_match(self, plan: &Plan) -> bool {
        self.dependency(plan).pattern.is_some()
            || match plan.callbacks[self.callback].outputs.first() {
                Some(first) => matches!(self.clause, Clause::Output) && first.pattern.is_some(),
                None => false,
            }
    }

    /// The message if a wildcard of the wire has nothing that gives it a value.
    pub(super) const fn unmatched(self, plan: &Plan) -> Option<Message> {
        let outputs = plan.callbacks[self.callback].outputs;
        let Some(first) = outputs.first() else { return None };
        let first = first.pattern.as_ref();
        let own = self.dependency(plan).pattern.as_ref();
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

//! A request held against the callback that it names; what passes has the callback's own shape.
use std::sync::Arc;

use dash_components::Dependency;
use serde_json::value::RawValue;

use super::registry::property;
use super::{Refusal, Registered};
use crate::CallbackDef;
use crate::wire::{CallbackRequest, Named, Object, Outputs, Text, Wired};

/// What a request brings for a callback: values in wiring order, and what triggered it.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) values: Vec<Option<&'a RawValue>>,
    pub(crate) triggered: Arc<[String]>,
}

/// Holds a request against its callback.
///
/// # Errors
///
/// - The outputs, inputs or states are not the callback's own, in order.
/// - A prop is said to have changed that is no input.
pub(crate) fn check<'a>(
    request: &CallbackRequest<'a>,
    callback: &Registered,
) -> Result<Call<'a>, Refusal> {
    let def = callback.def;
    check_outputs(request.outputs.as_ref(), def)?;
    let mut values = Vec::with_capacity(def.inputs.len() + def.states.len());
    collect(&mut values, "inputs", &request.inputs, def.inputs)?;
    collect(&mut values, "state", &request.state, def.states)?;
    Ok(Call { values, triggered: triggered(&request.changed, callback)? })
}

fn check_outputs(given: Option<&Outputs<'_>>, def: &CallbackDef) -> Result<(), Refusal> {
    let expected = def.outputs;
    let same = |given: &Named<'_>, own: &Dependency| {
        given.id == own.id && given.property == property(own, def.key)
    };
    let agree = match (given, expected) {
        (None, []) => true,
        (Some(Outputs::One(given)), [own]) => same(given, own),
        (Some(Outputs::Many(given)), [_, _, ..]) if given.len() == expected.len() => {
            given.iter().zip(expected).all(|(Object(given), own)| same(given, own))
        }
        _ => false,
    };
    if agree { Ok(()) } else { Err(Refusal::Outputs) }
}

fn collect<'a>(
    values: &mut Vec<Option<&'a RawValue>>,
    kind: &'static str,
    given: &[Object<Wired<'a>>],
    expected: &[Dependency],
) -> Result<(), Refusal> {
    if given.len() != expected.len() {
        return Err(Refusal::Count { kind, expected: expected.len(), found: given.len() });
    }
    for (Object(given), own) in given.iter().zip(expected) {
        if given.id != own.id || given.property != own.property {
            return Err(foreign(kind, given, own));
        }
        values.push(given.value);
    }
    Ok(())
}

fn foreign(kind: &'static str, given: &Wired<'_>, own: &Dependency) -> Refusal {
    Refusal::Foreign {
        kind: kind.trim_end_matches('s'),
        expected: format!("{}.{}", own.id, own.property),
        found: format!("{}.{}", given.id, given.property),
    }
}

/// The changed props, each once; one alone is shared and not copied.
fn triggered(changed: &[Text<'_>], callback: &Registered) -> Result<Arc<[String]>, Refusal> {
    let find = |Text(changed): &Text<'_>| {
        let known = callback.triggers.iter().find(|trigger| trigger[0] == *changed);
        known.ok_or_else(|| Refusal::NoInput(changed.to_string()))
    };
    if let [one] = changed {
        return find(one).cloned();
    }
    let mut all = Vec::with_capacity(changed.len());
    for one in changed {
        let name = &find(one)?[0];
        if all.contains(name) {
            return Err(Refusal::Twice(name.clone()));
        }
        all.push(name.clone());
    }
    Ok(all.into())
}

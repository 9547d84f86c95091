//! What a call was given, as user code sees it: made again from a request that has been checked.
use dash_components::Dependency;

use super::Call;
use super::check::groups;
use crate::CallbackDef;
use crate::callback::given::{Lists, WiredProp};
use crate::callback::glue::Value;
use crate::wire::{CallbackRequest, Entry, Named, Object, Wired};

/// What a request, which has been checked, says of this callback.
pub(crate) fn lists(def: &CallbackDef, body: &[u8]) -> Lists {
    let Ok(request) = CallbackRequest::read(body) else { return Lists::default() };
    let groups = request.outputs.as_ref().and_then(|given| groups(given, def.outputs));
    let outputs = groups.unwrap_or_default().into_iter().zip(def.outputs);
    Lists {
        outputs: outputs
            .map(|(group, own)| group.into_iter().map(|given| output(own, given)).collect())
            .collect(),
        inputs: wires(&request.inputs, def.inputs),
        states: wires(&request.state, def.states),
    }
}

impl Call<'_> {
    /// What a program has given, which names no components.
    pub(crate) fn lists(&self, def: &CallbackDef) -> Lists {
        let (inputs, states) = self.values.split_at(def.inputs.len());
        Lists {
            outputs: def.outputs.iter().map(|own| vec![prop(own, own.id, "null")]).collect(),
            inputs: inputs.iter().zip(def.inputs).map(valued).collect(),
            states: states.iter().zip(def.states).map(valued).collect(),
        }
    }
}

fn prop(own: &Dependency, id: impl Into<String>, json: &str) -> WiredProp {
    WiredProp { id: id.into(), property: own.property, json: json.into() }
}

fn output(own: &Dependency, given: &Named<'_>) -> WiredProp {
    prop(own, given.id.to_string(), "null")
}

fn wires(given: &[Entry<Object<Wired<'_>>>], own: &[Dependency]) -> Vec<Vec<WiredProp>> {
    let each = given.iter().zip(own);
    each.map(|(entry, own)| {
        let value = |Object(given): &Object<Wired<'_>>| {
            prop(own, given.id.to_string(), given.value.map_or("null", |value| value.get()))
        };
        match entry {
            Entry::One(one) => vec![value(one)],
            Entry::Many(list) => list.iter().map(value).collect(),
        }
    })
    .collect()
}

fn valued((value, own): (&Value<'_>, &Dependency)) -> Vec<WiredProp> {
    let values = match value {
        Value::One(value) => std::slice::from_ref(value),
        Value::Many(values) => values,
    };
    let json = values.iter().map(|value| value.map_or("null", |value| value.get()));
    json.map(|json| prop(own, own.id, json)).collect()
}

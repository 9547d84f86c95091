//! The callbacks of an app, looked up by what they read and write. Pure: no layout, no values.
use std::collections::HashMap;

use serde_json::Value;

use super::ids::{Part, Wanted, prop_id, split_prop_id, without_suffix};
use super::spec::{PropSpec, Spec};

/// An output, input or state of a callback.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) id: Wanted,
    /// By what it is looked up.
    pub(super) key: String,
    /// As a component knows it.
    pub(super) property: String,
    /// As the wire writes it: with the suffix that tells duplicate outputs apart.
    pub(super) wire_property: String,
    pub(super) optional: bool,
    /// Stands for a list of components: has `ALL` or `ALLSMALLER`.
    pub(super) is_list: bool,
}

/// A callback as the page knows it.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(super) struct Callback {
    /// The name of its fn.
    pub(super) name: Option<String>,
    /// What names it on the wire.
    pub(super) output: String,
    pub(super) is_multi: bool,
    pub(super) outputs: Vec<Target>,
    pub(super) inputs: Vec<Target>,
    pub(super) states: Vec<Target>,
    /// It exists once for each combination of values of these keys.
    pub(super) match_keys: Vec<String>,
    /// The targets whose components give those values.
    pub(super) anchors: Vec<Target>,
    pub(super) prevents_initial_call: bool,
    pub(super) runs_in_browser: bool,
    pub(super) running: Vec<Side>,
    pub(super) running_off: Vec<Side>,
    pub(super) background: bool,
    pub(super) websocket: bool,
    pub(super) stream: bool,
    /// One of ours, by which pages are shown.
    pub(super) hidden: bool,
}

/// New values of props of the components that fit.
pub(super) type Side = (Wanted, Vec<(String, Value)>);

/// One use of a prop by a callback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) callback: usize,
    /// The place among its inputs or outputs.
    pub(super) place: usize,
}

#[derive(Debug)]
pub(super) struct Graph {
    pub(super) callbacks: Vec<Callback>,
    inputs: Index,
    outputs: Index,
}

/// Uses by id or the names of its keys, then by property.
type Index = HashMap<String, Vec<(String, Vec<Use>)>>;

impl Graph {
    pub(super) fn new(specs: &[Spec]) -> Self {
        let callbacks: Vec<Callback> = specs.iter().map(Callback::new).collect();
        let inputs = index(&callbacks, |callback| &callback.inputs);
        let outputs = index(&callbacks, |callback| &callback.outputs);
        Self { callbacks, inputs, outputs }
    }

    /// The callbacks that read props of this id; patterns are not yet matched.
    pub(super) fn readers(&self, key: &str) -> &[(String, Vec<Use>)] {
        self.inputs.get(key).map_or(&[], Vec::as_slice)
    }

    /// The callbacks that write props of this id; patterns are not yet matched.
    pub(super) fn writers(&self, key: &str) -> &[(String, Vec<Use>)] {
        self.outputs.get(key).map_or(&[], Vec::as_slice)
    }
}

impl Callback {
    fn new(spec: &Spec) -> Self {
        let targets = |specs: &[PropSpec]| specs.iter().map(Target::new).collect::<Vec<_>>();
        let (outputs, inputs) = (targets(&spec.outputs()), targets(&spec.inputs));
        let anchors = anchors(&outputs, &inputs);
        let mut match_keys: Vec<String> =
            anchors.iter().flat_map(|target| target.id.keys_with(&Part::Match)).collect();
        match_keys.sort();
        match_keys.dedup();
        let running = spec.running.as_ref();
        Self {
            name: spec.name.clone(),
            output: spec.output.clone(),
            is_multi: spec.is_multi(),
            states: targets(&spec.state),
            prevents_initial_call: spec.prevent_initial_call,
            runs_in_browser: spec.clientside_function.is_some(),
            running: running.map(|own| sides(&own.running)).unwrap_or_default(),
            running_off: running.map(|own| sides(&own.running_off)).unwrap_or_default(),
            background: spec.background.is_some(),
            websocket: spec.websocket,
            stream: spec.stream,
            hidden: spec.hidden,
            outputs,
            inputs,
            match_keys,
            anchors,
        }
    }

    /// Whether it is called over a socket, which all are that can be where the app prefers it.
    pub(super) const fn goes_over_socket(&self, preferred: bool) -> bool {
        !self.background && (self.websocket || preferred)
    }

    /// As messages call it.
    pub(super) fn shown(&self) -> String {
        format!("`{}` (`{}`)", self.name.as_deref().unwrap_or_default(), self.output)
    }
}

impl Target {
    pub(super) fn new(spec: &PropSpec) -> Self {
        let id = Wanted::read(&spec.id);
        let is_list =
            [Part::All, Part::AllSmaller].iter().any(|part| !id.keys_with(part).is_empty());
        Self {
            key: id.lookup(),
            property: without_suffix(&spec.property).to_owned(),
            wire_property: spec.property.clone(),
            optional: spec.allow_optional,
            is_list,
            id,
        }
    }

    fn has_match(&self) -> bool {
        !self.id.keys_with(&Part::Match).is_empty()
    }

    /// As messages call it.
    pub(super) fn shown(&self) -> String {
        prop_id(&self.id, &self.property)
    }
}

/// `MATCH` is bound by one single output if there is one, else by all outputs; a callback whose
/// outputs have none is bound by its inputs.
fn anchors(outputs: &[Target], inputs: &[Target]) -> Vec<Target> {
    let matching: Vec<&Target> = outputs.iter().filter(|target| target.has_match()).collect();
    if let Some(single) = matching.iter().find(|target| !target.is_list) {
        return vec![(*single).clone()];
    }
    if !matching.is_empty() {
        return matching.into_iter().cloned().collect();
    }
    inputs.iter().find(|target| target.has_match()).cloned().into_iter().collect()
}

fn sides<'a>(updates: impl IntoIterator<Item = (&'a String, &'a Value)>) -> Vec<Side> {
    let side = |(prop, value): (&String, &Value)| {
        let (id, property) = split_prop_id(prop);
        (Wanted::read(id), vec![(property.to_owned(), value.clone())])
    };
    updates.into_iter().map(side).collect()
}

fn index(callbacks: &[Callback], targets: fn(&Callback) -> &Vec<Target>) -> Index {
    let mut index = Index::new();
    for (callback, own) in callbacks.iter().enumerate() {
        for (place, target) in targets(own).iter().enumerate() {
            let by_property = index.entry(target.key.clone()).or_default();
            let at = by_property.iter().position(|(property, _)| *property == target.property);
            let at = at.unwrap_or_else(|| {
                by_property.push((target.property.clone(), Vec::new()));
                by_property.len() - 1
            });
            by_property[at].1.push(Use { callback, place });
        }
    }
    index
}

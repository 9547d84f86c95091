//! The body of a callback request: what a job reads, as it stands in the layout right now. Pure.
use serde_json::{Map, Value, json};

use super::graph::{Callback, Graph, Target};
use super::ids::{Id, prop_id, split_prop_id};
use super::job::Job;
use super::matching::resolve;
use super::tree::Tree;
use super::value::without_marks;

/// The layout has no room for this callback.
#[derive(Debug, thiserror::Error)]
#[error("its {kind} `{target}` is {is}")]
pub(super) struct Missing {
    kind: &'static str,
    target: String,
    is: &'static str,
}

/// What is sent for a job; nothing if it has nothing to read at all, or nowhere to write nothing: no mistake.
pub(super) fn body(job: &Job, graph: &Graph, tree: &Tree) -> Result<Option<Value>, Missing> {
    let own = &graph.callbacks[job.instance.callback];
    let reader = Reader { job, tree };
    if reader.has_nothing_to_read(own) {
        return Ok(None);
    }
    let read = |kind, targets: &[Target]| -> Result<Vec<Value>, Missing> {
        targets.iter().map(|target| reader.read(kind, target)).collect()
    };
    let inputs = read("Input", &own.inputs)?;
    let reads_nothing = inputs.iter().all(|value| value.as_array().is_some_and(Vec::is_empty));
    if reads_nothing && own.outputs.iter().any(|output| reader.is_missing(output)) {
        return Ok(None);
    }
    let mut outputs =
        own.outputs.iter().map(|target| reader.refer(target)).collect::<Result<Vec<_>, _>>()?;
    let mut body = Map::new();
    body.insert("output".into(), Value::from(own.output.as_str()));
    if !outputs.is_empty() {
        let outputs = if own.is_multi { Value::Array(outputs) } else { outputs.swap_remove(0) };
        body.insert("outputs".into(), outputs);
    }
    body.insert("inputs".into(), Value::Array(inputs));
    body.insert("changedPropIds".into(), Value::from(job.changed.as_slice()));
    body.insert(
        "parsedChangedPropsIds".into(),
        job.changed.iter().map(|changed| parsed(changed)).collect(),
    );
    if !own.states.is_empty() {
        body.insert("state".into(), Value::Array(read("State", &own.states)?));
    }
    Ok(Some(Value::Object(body)))
}

struct Reader<'a> {
    job: &'a Job,
    tree: &'a Tree,
}

impl Reader<'_> {
    fn ids(&self, target: &Target) -> Vec<Id> {
        resolve(target, &self.job.instance.bound, self.tree.ids())
    }

    /// Lists alone may be empty; beside single inputs that are missing they count as missing, too.
    fn has_nothing_to_read(&self, callback: &Callback) -> bool {
        let inputs = &callback.inputs;
        let is_empty = |input: &Target| !input.optional && self.ids(input).is_empty();
        inputs.iter().all(is_empty) && !inputs.iter().all(|input| input.is_list)
    }

    fn is_missing(&self, target: &Target) -> bool {
        !target.is_list && self.ids(target).is_empty()
    }

    fn refer(&self, target: &Target) -> Result<Value, Missing> {
        let refer = |id: Id| json!({"id": id.json(), "property": target.wire_property});
        let references: Vec<Value> = self.ids(target).into_iter().map(refer).collect();
        if target.is_list { Ok(references.into()) } else { only("Output", target, references) }
    }

    fn read(&self, kind: &'static str, target: &Target) -> Result<Value, Missing> {
        let property = &target.property;
        let read = |id: Id| {
            let mut reading = json!({"id": id.json(), "property": property});
            if let Some(value) = self.tree.prop(&id.to_string(), property) {
                reading["value"] = without_marks(value);
            }
            reading
        };
        let readings: Vec<Value> = self.ids(target).into_iter().map(read).collect();
        if target.is_list {
            return Ok(readings.into());
        }
        if readings.is_empty() && target.optional {
            let id = target.id.json();
            return Ok(
                json!({"id": id, "property": property, "allow_optional": true, "value": null}),
            );
        }
        only(kind, target, readings)
    }
}

fn only(kind: &'static str, target: &Target, mut found: Vec<Value>) -> Result<Value, Missing> {
    let is = match found.len() {
        1 => return Ok(found.swap_remove(0)),
        0 => "not in the layout",
        _ => "in the layout twice",
    };
    Err(Missing { kind, target: target.shown(), is })
}

/// Plain ids keep their property, others lose it: so the server expects it.
fn parsed(changed: &str) -> Value {
    let (id, property) = split_prop_id(changed);
    match Id::read(id) {
        Id::Plain(id) => Value::from(prop_id(id, property)),
        keys @ Id::Keys(_) => keys.json(),
    }
}

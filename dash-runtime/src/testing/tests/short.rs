//! What scenarios write in short, as the page has it.
use serde_json::{Value, json};

use crate::testing::spec::Spec;

/// A callback in short: `{"output": "x.c", "inputs": ["a.value"]}`.
pub(super) fn spec(short: &Value) -> Spec {
    let mut spec = short.clone();
    spec["output"] = long(short["output"].as_str().expect("an output")).into();
    for clause in ["inputs", "state"] {
        let props = short[clause].as_array().into_iter().flatten().map(|prop| match prop {
            Value::String(prop) => {
                let long = long(prop);
                let (id, property) = long.rsplit_once('.').expect("a prop");
                json!({"id": id, "property": property})
            }
            whole => whole.clone(),
        });
        spec[clause] = props.collect();
    }
    serde_json::from_value(spec).expect("a callback")
}

/// A component in short: its props.
pub(super) fn component(props: &Value) -> Value {
    let mut own = props.as_object().expect("props").clone();
    if let Some(id) = props["id"].as_str().map(long).filter(|id| id.starts_with('{')) {
        own.insert("id".into(), serde_json::from_str(&id).expect("an id"));
    }
    if let Some(children) = own.get_mut("children") {
        *children = child(children);
    }
    json!({"type": "Box", "namespace": "test", "props": own})
}

pub(super) fn child(short: &Value) -> Value {
    match short {
        Value::Array(items) => items.iter().map(child).collect(),
        Value::Object(map) if !map.contains_key("__dash_patch_update") => component(short),
        other => other.clone(),
    }
}

pub(super) fn component_values(updates: &Value) -> Value {
    let mut updates = updates.clone();
    for props in updates.as_object_mut().expect("updates").values_mut() {
        if let Some(children) = props.get_mut("children") {
            *children = child(children);
        }
    }
    updates
}

pub(super) fn values(props: &Value) -> Vec<(String, Value)> {
    let props = props.as_object().expect("props");
    props.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

pub(super) fn texts(list: &Value) -> Value {
    list.as_array().into_iter().flatten().map(|text| long(text.as_str().expect("text"))).collect()
}

/// `row[1]` as `{"index":1,"type":"row"}`, `row[ALL]` as the pattern.
pub(super) fn long(short: &str) -> String {
    let mut out = String::new();
    let mut rest = short;
    while let Some((before, after)) = rest.split_once('[') {
        let (index, after) = after.split_once(']').expect("a bracket that closes");
        let start = before.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |at| at + 1);
        let (before, kind) = before.split_at(start);
        let is_wildcard = ["MATCH", "ALL", "ALLSMALLER"].contains(&index);
        let index = if is_wildcard { format!("[\"{index}\"]") } else { index.to_owned() };
        out.extend([before, "{\"index\":", &index, ",\"type\":\"", kind, "\"}"]);
        rest = after;
    }
    out + rest
}

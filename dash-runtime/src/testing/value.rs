//! Values of props as the page has them: equality, and the marks of components that are in the layout.
use serde_json::{Map, Value};

/// The key of a component's mark; no component has such a key of its own.
pub(super) const MARK: &str = "\0mark";

/// Deep equality: what tells a change from a repetition. Numbers are those of JavaScript.
pub(super) fn equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| equal(a, b))
        }
        (Value::Object(a), Value::Object(b)) => equal_maps(a, b),
        (a, b) => a == b,
    }
}

fn equal_maps(a: &Map<String, Value>, b: &Map<String, Value>) -> bool {
    let own = |map: &Map<String, Value>| map.len() - usize::from(map.contains_key(MARK));
    let mut entries = a.iter().filter(|(name, _)| *name != MARK);
    own(a) == own(b)
        && entries.all(|(name, value)| b.get(name).is_some_and(|other| equal(value, other)))
}

/// The value as others may see it.
pub(super) fn without_marks(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_marks).collect(),
        Value::Object(map) => {
            let own = map.iter().filter(|(name, _)| *name != MARK);
            own.map(|(name, value)| (name.clone(), without_marks(value))).collect()
        }
        value => value.clone(),
    }
}

/// Takes the marks off a component and all in it: it becomes another one.
pub(super) fn unmark(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(unmark),
        Value::Object(map) => {
            map.remove(MARK);
            map.values_mut().for_each(unmark);
        }
        _ => {}
    }
}

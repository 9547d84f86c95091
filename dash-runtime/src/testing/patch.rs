//! Patch values: a callback's edit of a prop's present value. Pure.
use serde_json::{Map, Value};

use super::value::{MARK, equal, unmark};

/// The patch does not fit the value it is for.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(crate) enum PatchError {
    #[error("the prop has no value that a patch could change")]
    NoValue,
    #[error("`{0}` is not a position in a list")]
    NoPosition(String),
    #[error("the list is too short for position {0}")]
    TooShort(i64),
    #[error("position {0} is far beyond the end of the list")]
    TooFar(usize),
    #[error("there is no patch operation `{0}`")]
    Unknown(String),
    #[error("cannot {operation} at `{location}`: there is no {wanted}")]
    Misfit { operation: String, location: String, wanted: &'static str },
}

/// How many positions of a list may be left empty; a browser does not spend memory on them.
const MOST_SKIPPED: usize = 1_000_000;

/// The new value of a prop: `next` itself, or `current` edited by it.
pub(crate) fn patched(current: Option<&Value>, next: &Value) -> Result<Value, PatchError> {
    if next.get("__dash_patch_update").is_none() {
        return Ok(next.clone());
    }
    let mut value = current.ok_or(PatchError::NoValue)?.clone();
    for raw in next["operations"].as_array().into_iter().flatten() {
        let step = Operation::read(raw);
        edit(&mut value, step.location, &step)?;
    }
    Ok(value)
}

struct Operation<'a> {
    name: &'a str,
    location: &'a [Value],
    params: &'a Value,
}

impl<'a> Operation<'a> {
    fn read(raw: &'a Value) -> Self {
        Self {
            name: raw["operation"].as_str().unwrap_or_default(),
            location: raw["location"].as_array().map_or(&[], Vec::as_slice),
            params: &raw["params"],
        }
    }

    fn value(&self) -> Value {
        self.params["value"].clone()
    }

    fn misfit(&self, wanted: &'static str) -> PatchError {
        let keys = self.location.iter().map(name);
        PatchError::Misfit {
            operation: self.name.to_lowercase(),
            location: keys.collect::<Vec<_>>().join("."),
            wanted,
        }
    }
}

fn name(key: &Value) -> String {
    key.as_str().map_or_else(|| key.to_string(), str::to_owned)
}

fn edit(value: &mut Value, location: &[Value], step: &Operation<'_>) -> Result<(), PatchError> {
    let Some((key, rest)) = location.split_first() else { return operate(value, step) };
    if step.name == "Assign" && value.is_null() {
        *value = Value::Object(Map::new());
    }
    let deletes = rest.is_empty() && step.name == "Delete";
    // A component that is edited from outside is another one.
    if value.get(MARK).is_some() {
        unmark(value);
    }
    match value {
        Value::Array(items) => {
            let (at, length) = (position(items, key)?, items.len());
            match items.get_mut(at) {
                Some(_) if deletes => drop(items.remove(at)),
                Some(item) => edit(item, rest, step)?,
                None if deletes => {}
                None if at - length > MOST_SKIPPED => return Err(PatchError::TooFar(at)),
                None => {
                    let mut item = Value::Null;
                    edit(&mut item, rest, step)?;
                    items.resize(at, Value::Null);
                    items.push(item);
                }
            }
        }
        Value::Object(map) if deletes => drop(map.remove(&name(key))),
        Value::Object(map) => edit(map.entry(name(key)).or_insert(Value::Null), rest, step)?,
        _ => return Err(step.misfit("list and no object")),
    }
    Ok(())
}

/// Counts from the end if negative.
fn position(items: &[Value], key: &Value) -> Result<usize, PatchError> {
    let number = key.as_i64().or_else(|| key.as_str()?.parse().ok());
    let index = number.ok_or_else(|| PatchError::NoPosition(name(key)))?;
    from_end(items.len(), index).ok_or(PatchError::TooShort(index))
}

fn from_end(length: usize, index: i64) -> Option<usize> {
    let length = i64::try_from(length).ok()?;
    usize::try_from(if index < 0 { length + index } else { index }).ok()
}

fn operate(current: &mut Value, step: &Operation<'_>) -> Result<(), PatchError> {
    match step.name {
        "Assign" => *current = step.value(),
        "Merge" => merge(current, step.value()),
        "Extend" => {
            let Value::Array(more) = step.value() else { return Err(step.misfit("list")) };
            list(current, step)?.extend(more);
        }
        "Append" => list(current, step)?.push(step.value()),
        "Prepend" => list(current, step)?.insert(0, step.value()),
        "Insert" => insert(list(current, step)?, step),
        "Remove" => {
            let gone = step.value();
            list(current, step)?.retain(|item| !equal(item, &gone));
        }
        "Reverse" => list(current, step)?.reverse(),
        "Clear" => clear(current, step)?,
        "Delete" => *current = Value::Null,
        "Add" | "Sub" | "Mul" | "Div" => *current = calculate(current, step),
        unknown => return Err(PatchError::Unknown(unknown.to_owned())),
    }
    Ok(())
}

fn list<'v>(value: &'v mut Value, step: &Operation<'_>) -> Result<&'v mut Vec<Value>, PatchError> {
    value.as_array_mut().ok_or_else(|| step.misfit("list"))
}

fn merge(current: &mut Value, more: Value) {
    match (current, more) {
        (Value::Object(current), Value::Object(more)) => current.extend(more),
        (current, more) => *current = more,
    }
}

fn insert(items: &mut Vec<Value>, step: &Operation<'_>) {
    let index = step.params["index"].as_i64().unwrap_or_default();
    let at = from_end(items.len(), index).unwrap_or_default();
    items.insert(at.min(items.len()), step.value());
}

fn clear(current: &mut Value, step: &Operation<'_>) -> Result<(), PatchError> {
    match current {
        Value::Array(items) => items.clear(),
        Value::Object(map) => map.clear(),
        Value::String(text) => text.clear(),
        _ => return Err(step.misfit("list, object or text")),
    }
    Ok(())
}

/// JavaScript's own arithmetic: `+` also joins texts, and what is no number becomes none.
fn calculate(current: &Value, step: &Operation<'_>) -> Value {
    let other = &step.params["value"];
    if step.name == "Add" && (current.is_string() || other.is_string()) {
        return Value::from(name(current) + &name(other));
    }
    let (Some(a), Some(b)) = (current.as_f64(), other.as_f64()) else { return Value::Null };
    let result = match step.name {
        "Add" => a + b,
        "Sub" => a - b,
        "Mul" => a * b,
        _ => a / b,
    };
    number(result)
}

/// A whole number is written as one.
#[expect(clippy::cast_possible_truncation, reason = "checked before")]
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return Value::from(value as i64);
    }
    Value::from(value)
}

//! Ids and patterns of ids in their forms on the wire. Knows no layout.
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use dash_components::{IdKeys, KeyValue};
use serde_json::Value;

use crate::wire;

/// The id of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Id {
    Plain(String),
    Keys(IdKeys),
}

impl Id {
    /// Reads the prop `id` of a component.
    pub(super) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Plain(text.clone())),
            Value::Object(_) => serde_json::from_value(value.clone()).ok().map(Self::Keys),
            _ => None,
        }
    }

    /// Reads the text form.
    pub(super) fn read(text: &str) -> Self {
        wire::id_keys(text).map_or_else(|| Self::Plain(text.to_owned()), Self::Keys)
    }

    /// As a request has it.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Plain(text) => Value::from(text.as_str()),
            Self::Keys(keys) => serde_json::to_value(keys).unwrap_or_default(),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(text) => f.write_str(text),
            Self::Keys(keys) => keys.fmt(f),
        }
    }
}

/// `id.property`
pub(super) fn prop_id(id: impl fmt::Display, property: &str) -> String {
    format!("{id}.{property}")
}

/// Always at the last dot: values of an id may hold dots, props may not.
pub(super) fn split_prop_id(text: &str) -> (&str, &str) {
    text.rsplit_once('.').unwrap_or((text, ""))
}

/// Callbacks that share an output are told apart by a suffix that starts with `@`.
pub(super) fn without_suffix(property: &str) -> &str {
    property.split('@').next().unwrap_or(property)
}

/// The names of an id's keys; members of a family share them.
pub(super) fn key_list(keys: &IdKeys) -> String {
    let names: Vec<&str> = keys.iter().map(|(name, _)| name).collect();
    format!("{{{}}}", names.join(","))
}

/// Values of keys, by name.
pub(super) type Bound = BTreeMap<String, KeyValue<String>>;

/// The values that an id has of these keys.
pub(super) fn pick(id: &IdKeys, names: &[String]) -> Bound {
    let value = |name: &String| Some((name.clone(), id.get(name)?.clone()));
    names.iter().filter_map(value).collect()
}

/// What a dependency names: one id, or a pattern of ids.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wanted {
    Plain(String),
    Pattern(BTreeMap<String, Part>),
}

/// What a pattern wants of one key.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    Value(KeyValue<String>),
    Match,
    All,
    AllSmaller,
}

impl Wanted {
    /// Reads the text form.
    pub(super) fn read(text: &str) -> Self {
        let keys = text.starts_with('{').then(|| wire::json(text).ok()).flatten();
        let part = |(name, value): (&String, &Value)| Some((name.clone(), Part::of(value)?));
        let parts =
            keys.as_ref().and_then(Value::as_object).map(|keys| keys.iter().map(part).collect());
        parts.flatten().map_or_else(|| Self::Plain(text.to_owned()), Self::Pattern)
    }

    /// The names of the keys that are this wildcard.
    pub(super) fn keys_with(&self, part: &Part) -> Vec<String> {
        match self {
            Self::Plain(_) => Vec::new(),
            Self::Pattern(parts) => {
                parts.iter().filter(|(_, own)| *own == part).map(|(name, _)| name.clone()).collect()
            }
        }
    }

    /// By what it is looked up: itself, or the names of its keys.
    pub(super) fn lookup(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Pattern(parts) => {
                format!("{{{}}}", parts.keys().cloned().collect::<Vec<_>>().join(","))
            }
        }
    }

    /// As a request has it.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Plain(text) => Value::from(text.as_str()),
            Self::Pattern(parts) => {
                parts.iter().map(|(name, part)| (name.clone(), part.json())).collect()
            }
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(text) => f.write_str(text),
            Self::Pattern(_) => self.json().fmt(f),
        }
    }
}

impl Part {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Array(names) => match names.first()?.as_str()? {
                "MATCH" => Some(Self::Match),
                "ALL" => Some(Self::All),
                "ALLSMALLER" => Some(Self::AllSmaller),
                _ => None,
            },
            value => serde_json::from_value(value.clone()).ok().map(Self::Value),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Value(value) => serde_json::to_value(value).unwrap_or_default(),
            Self::Match => Value::from(vec!["MATCH"]),
            Self::All => Value::from(vec!["ALL"]),
            Self::AllSmaller => Value::from(vec!["ALLSMALLER"]),
        }
    }
}

/// Orders values for `ALLSMALLER`: numbers and numeric text by value, then booleans, then text.
pub(super) fn compare(a: &KeyValue<String>, b: &KeyValue<String>) -> Ordering {
    match (rank(a), rank(b)) {
        (Rank::Text(a), Rank::Text(b)) => a.cmp(b),
        (Rank::Number(a), Rank::Number(b)) => a.total_cmp(&b),
        (Rank::Bool(a), Rank::Bool(b)) => a.cmp(&b),
        (a, b) => a.place().cmp(&b.place()),
    }
}

enum Rank<'a> {
    Number(f64),
    Bool(bool),
    Text(&'a str),
}

impl Rank<'_> {
    const fn place(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Bool(_) => 1,
            Self::Text(_) => 2,
        }
    }
}

fn rank(value: &KeyValue<String>) -> Rank<'_> {
    match value {
        KeyValue::Number(number) => Rank::Number(*number as f64),
        KeyValue::Bool(value) => Rank::Bool(*value),
        KeyValue::Text(text) => match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => Rank::Number(number),
            _ => Rank::Text(text),
        },
    }
}

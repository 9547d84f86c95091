//! What `Store` keeps: in the page, or in the browser beyond it. Pure but for the time.
use std::collections::HashMap;

use serde_json::{Map, Value};

use super::value::equal;

/// The data of stores, by where they keep it and their ids.
#[derive(Debug, Default)]
pub(super) struct Storage(HashMap<(Kind, String), (Value, u64)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Memory,
    Browser,
}

impl Kind {
    /// Of a store with these props; `local` and `session` both live on when the page is loaded anew.
    fn of(props: &Map<String, Value>) -> Self {
        match props.get("storage_type").and_then(Value::as_str) {
            Some("local" | "session") => Self::Browser,
            _ => Self::Memory,
        }
    }
}

impl Storage {
    /// Another page is there.
    pub(super) fn forget_memory(&mut self) {
        self.0.retain(|(kind, _), _| *kind != Kind::Memory);
    }

    /// A store has come into the layout: what is stored wins over its data.
    pub(super) fn start(
        &mut self,
        id: &str,
        props: &Map<String, Value>,
        now: u64,
    ) -> Vec<(String, Value)> {
        let key = (Kind::of(props), id.to_owned());
        match (self.0.get(&key), data(props)) {
            (None, Value::Null) => Vec::new(),
            (None, data) => self.save(key, data, now),
            (Some((stored, _)), data) if equal(stored, &data) => Vec::new(),
            (Some((stored, modified)), _) => {
                vec![
                    ("data".into(), stored.clone()),
                    ("modified_timestamp".into(), (*modified).into()),
                ]
            }
        }
    }

    /// The props of a store have changed.
    pub(super) fn follow(
        &mut self,
        id: &str,
        props: &Map<String, Value>,
        now: u64,
    ) -> Vec<(String, Value)> {
        let key = (Kind::of(props), id.to_owned());
        if props.get("clear_data") == Some(&Value::Bool(true)) {
            self.0.remove(&key);
            let cleared = [
                ("clear_data", false.into()),
                ("data", Value::Null),
                ("modified_timestamp", now.into()),
            ];
            return cleared.map(|(name, value)| (name.to_owned(), value)).into();
        }
        let data = data(props);
        let stored = self.0.get(&key).map_or(&Value::Null, |(stored, _)| stored);
        if equal(stored, &data) { Vec::new() } else { self.save(key, data, now) }
    }

    fn save(&mut self, key: (Kind, String), data: Value, now: u64) -> Vec<(String, Value)> {
        self.0.insert(key, (data, now));
        vec![("modified_timestamp".into(), now.into())]
    }
}

fn data(props: &Map<String, Value>) -> Value {
    props.get("data").cloned().unwrap_or_default()
}

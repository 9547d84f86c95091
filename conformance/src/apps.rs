//! The pages, one a suite; each has a twin in `python/`, with the same ids and the same texts.

pub(crate) mod ag_grid;
pub(crate) mod bootstrap;
pub(crate) mod core;
pub(crate) mod cytoscape;
pub(crate) mod leaflet;
pub(crate) mod mantine;
pub(crate) mod table;

use serde_json::Value;

/// A field of a JSON object as text, and `-` where there is none.
fn text(value: &Value, field: &str) -> String {
    match &value[field] {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

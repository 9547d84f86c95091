//! The callbacks of an app as the page is told of them.
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// One callback, with the fields of Dash's own.
#[derive(Debug, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "the format is Dash's")]
pub(super) struct Spec {
    pub(super) name: Option<String>,
    pub(super) output: String,
    pub(super) inputs: Vec<PropSpec>,
    #[serde(default)]
    pub(super) state: Vec<PropSpec>,
    pub(super) clientside_function: Option<Value>,
    #[serde(default)]
    pub(super) prevent_initial_call: bool,
    pub(super) running: Option<RunningSpec>,
    pub(super) background: Option<Value>,
    #[serde(default)]
    pub(super) no_output: bool,
    #[serde(default)]
    pub(super) websocket: bool,
    #[serde(default)]
    pub(super) stream: bool,
    #[serde(default)]
    pub(super) hidden: bool,
}

/// A prop of a component, or of all that fit a pattern.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct PropSpec {
    pub(super) id: String,
    pub(super) property: String,
    #[serde(default)]
    pub(super) allow_optional: bool,
}

/// What is set while a callback runs, and afterwards, by prop.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RunningSpec {
    pub(super) running: BTreeMap<String, Value>,
    pub(super) running_off: BTreeMap<String, Value>,
}

impl Spec {
    /// The outputs, which stand in one text.
    pub(super) fn outputs(&self) -> Vec<PropSpec> {
        let read = |text: &str| {
            let (id, property) = super::ids::split_prop_id(text);
            PropSpec { id: id.to_owned(), property: property.to_owned(), allow_optional: false }
        };
        match self.several() {
            _ if self.no_output => Vec::new(),
            Some(several) => several.split("...").map(read).collect(),
            None => vec![read(&self.output)],
        }
    }

    /// Whether the answer is for a list of outputs.
    pub(super) fn is_multi(&self) -> bool {
        self.several().is_some()
    }

    fn several(&self) -> Option<&str> {
        self.output.strip_prefix("..")?.strip_suffix("..")
    }
}

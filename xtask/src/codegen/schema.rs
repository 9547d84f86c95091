//! A suite's schema as stored: names and types of props, no prose.

use serde::Deserialize;

/// One suite: `schema/dcc.json`.
#[derive(Debug, Deserialize)]
pub(super) struct Schema {
    /// What the suite is called where it is installed: `dash-bootstrap-components`.
    #[serde(default)]
    pub(super) library: String,
    #[serde(default)]
    pub(super) version: String,
    /// The suite's name on the wire: `dash_core_components`.
    pub(super) namespace: String,
    pub(super) components: Vec<Component>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Component {
    pub(super) name: String,
    /// Paths of the props beside `children` that take components: `options[].label`.
    #[serde(default)]
    pub(super) children_props: Vec<String>,
    #[serde(default)]
    pub(super) wildcard_props: Vec<String>,
    pub(super) props: Vec<Prop>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Prop {
    pub(super) name: String,
    /// `string | number`, `bool`, `"a" | "b"`, `{label: node, title?: string}[]`, …
    #[serde(rename = "type")]
    pub(super) ty: String,
    #[serde(default)]
    pub(super) required: bool,
    /// The default of the component itself; `{"js": "…"}` where it is an expression.
    #[serde(default)]
    pub(super) default: serde_json::Value,
}

impl Prop {
    /// Whether a component cannot be built without it. An id can be left out: then no callback
    /// names the component, which is what the author of the layout decides.
    pub(super) fn is_required(&self) -> bool {
        self.required && self.name != "id"
    }
}

impl Schema {
    /// Reads a schema; a default may be an infinity as Python writes it.
    pub(super) fn parse(text: &str) -> serde_json::Result<Self> {
        let infinity = |sign: &str| {
            (
                format!(r#""default": {sign}Infinity"#),
                format!(r#""default": {{"js": "{sign}Infinity"}}"#),
            )
        };
        let (least, most) = (infinity("-"), infinity(""));
        serde_json::from_str(&text.replace(&least.0, &least.1).replace(&most.0, &most.1))
    }

    pub(super) fn component(&self, name: &str) -> Option<&Component> {
        self.components.iter().find(|component| component.name == name)
    }
}

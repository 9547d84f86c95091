//! What we lay over a schema: Rust types, texts, variants of a component.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One suite's overlay: `overlay/dcc.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Overlay {
    /// The module's documentation.
    #[serde(default)]
    pub(super) doc: String,
    /// What a suite made by others has for a server to serve.
    #[serde(default)]
    pub(super) suite: Files,
    /// Items that the module publishes beside its components, as `use` paths.
    #[serde(default)]
    pub(super) publish: Vec<String>,
    /// Names that the module gives its components beside their own.
    #[serde(default)]
    pub(super) aliases: BTreeMap<String, String>,
    /// The text of the setter `attr`, for components that take attributes by their names.
    #[serde(default)]
    pub(super) attr: String,
    /// The Rust type of each type of the schema.
    #[serde(default)]
    pub(super) types: BTreeMap<String, String>,
    /// Enums by name; a prop that takes exactly these values has the type.
    #[serde(default)]
    pub(super) enums: BTreeMap<String, Enum>,
    /// Objects with known fields, by name; a prop of the same schema type has the type.
    #[serde(default)]
    pub(super) shapes: BTreeMap<String, Shape>,
    /// Texts and types that hold for a prop in every component.
    #[serde(default)]
    pub(super) props: BTreeMap<String, Prop>,
    /// The components to generate.
    #[serde(default)]
    pub(super) components: BTreeMap<String, Component>,
}

/// The files of a suite made by others.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Files {
    /// The package, where it is not the library's name with underscores.
    pub(super) package: Option<String>,
    /// The scripts that every page loads, in order, relative to the package's folder.
    pub(super) scripts: Vec<String>,
    /// The stylesheets that every page loads, in order, relative to the package's folder.
    pub(super) stylesheets: Vec<String>,
    /// The components to generate; all of the schema's where there are none.
    pub(super) only: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Component {
    #[serde(default)]
    pub(super) doc: String,
    /// The component it is on the wire, where that is another.
    #[serde(rename = "is")]
    pub(super) wire: Option<String>,
    /// Props that are always sent with one value, and have no setter.
    #[serde(default)]
    pub(super) send: BTreeMap<String, serde_json::Value>,
    /// Props of the schema that are left out.
    #[serde(default)]
    pub(super) omit: Vec<String>,
    /// Whether it takes attributes by their names although the schema says nothing of them.
    #[serde(default)]
    pub(super) attr: bool,
    /// The type parameter: `V: OptionValue = String`.
    pub(super) generic: Option<String>,
    #[serde(default)]
    pub(super) props: BTreeMap<String, Prop>,
}

/// Texts and types of one prop; what is not given here comes from the schema.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prop {
    #[serde(rename = "type")]
    pub(super) ty: Option<String>,
    /// Meaning, unit, range and what the user sees.
    pub(super) doc: Option<String>,
    /// What absence means, where the schema does not say.
    pub(super) default: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Enum {
    pub(super) doc: String,
    /// `[name in Rust, value on the wire, text]`.
    pub(super) values: Vec<(String, serde_json::Value, String)>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shape {
    pub(super) doc: String,
    /// A prop that has the type, or a field of such a prop: `Graph.config.edits`.
    pub(super) of: String,
    #[serde(default)]
    pub(super) omit: Vec<String>,
    pub(super) fields: BTreeMap<String, Prop>,
}

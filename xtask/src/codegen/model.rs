//! A suite as it will be written.

#[derive(Debug)]
pub(super) struct Suite {
    /// `dcc`.
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) namespace: String,
    pub(super) publish: Vec<String>,
    /// Alias and component.
    pub(super) aliases: Vec<(String, String)>,
    pub(super) enums: Vec<Enum>,
    pub(super) shapes: Vec<Shape>,
    pub(super) components: Vec<Component>,
}

/// A suite made by others, as a server needs to know it.
#[derive(Debug)]
pub(super) struct Served {
    pub(super) package: String,
    pub(super) version: String,
    pub(super) scripts: Vec<String>,
    pub(super) stylesheets: Vec<String>,
    /// Component, and the paths of its props that take components.
    pub(super) children_props: Vec<(String, Vec<String>)>,
}

#[derive(Debug)]
pub(super) struct Enum {
    pub(super) name: String,
    pub(super) doc: String,
    /// Name, value as a literal, text.
    pub(super) values: Vec<(String, String, String)>,
}

#[derive(Debug)]
pub(super) struct Shape {
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) fields: Vec<Prop>,
}

#[derive(Debug)]
pub(super) struct Component {
    pub(super) name: String,
    pub(super) wire: String,
    pub(super) doc: String,
    pub(super) generic: Option<Generic>,
    /// Props sent with one value: name and literal.
    pub(super) send: Vec<(String, String)>,
    /// The text of `attr`, where there is this setter.
    pub(super) attr: Option<String>,
    pub(super) props: Vec<Prop>,
}

/// `V: OptionValue = String`.
#[derive(Debug)]
pub(super) struct Generic {
    pub(super) name: String,
    pub(super) bound: Option<String>,
    pub(super) default: String,
}

#[derive(Debug)]
pub(super) struct Prop {
    /// `className`.
    pub(super) wire: String,
    /// `class_name`.
    pub(super) rust: String,
    pub(super) ty: String,
    /// Text, default and source.
    pub(super) doc: String,
    /// Whether a component cannot be built without it; never set for `id`.
    pub(super) required: bool,
}

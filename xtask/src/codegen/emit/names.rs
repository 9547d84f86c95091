//! The type parameters of a component in each place that names them.

use crate::codegen::model::{Component, Generic, Prop, Suite};
use crate::codegen::text::camel;

/// How a component is written where it is declared, implemented and used.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// `V`, `HrefState`.
    parameters: Vec<String>,
    /// `<V = String>`, `<HrefState = Missing>`, or nothing.
    pub(super) declared: String,
    /// `<V: OptionValue>`, `<HrefState>`.
    pub(super) bounded: String,
    /// `<V>`, `<HrefState>`.
    pub(super) arguments: String,
    /// What the struct is of: `V`, `(V, HrefState)`.
    pub(super) of: String,
    /// `<V>` for the handle, which knows nothing of required props.
    pub(super) handle: String,
    /// `where HrefState: LinkHasHref`.
    pub(super) complete: String,
}

impl Names {
    pub(super) fn of(component: &Component) -> Self {
        let generic = component.generic.as_ref();
        let required = || required(component);
        let parameters = generic.map(|generic| generic.name.clone()).into_iter();
        let parameters: Vec<String> = parameters.chain(required().map(parameter)).collect();
        let declared = generic.map(|Generic { name, default, .. }| format!("{name} = {default}"));
        let missing = required().map(|prop| format!("{} = Missing", parameter(prop)));
        let bounds = generic.map(bounded).into_iter().chain(required().map(parameter));
        let given = required().map(|prop| format!("{}: {}", parameter(prop), has(component, prop)));
        let given: Vec<String> = given.collect();
        Self {
            declared: angled(declared.into_iter().chain(missing)),
            bounded: angled(bounds),
            arguments: angled(parameters.iter().cloned()),
            of: if parameters.len() == 1 { parameters.concat() } else { tuple(&parameters) },
            handle: angled(generic.map(|generic| generic.name.clone())),
            complete: if given.is_empty() {
                String::new()
            } else {
                format!("where {}", given.join(", "))
            },
            parameters,
        }
    }

    /// `<V, Given<()>>`: the arguments once the prop is given.
    pub(super) fn with(&self, prop: &Prop) -> String {
        let given = parameter(prop);
        let state =
            |name: &String| if *name == given { "Given<()>".to_owned() } else { name.clone() };
        angled(self.parameters.iter().map(state))
    }

    /// Whether the struct has a parameter.
    pub(super) fn is_plain(&self) -> bool {
        self.declared.is_empty()
    }
}

/// `V: OptionValue`.
pub(super) fn bounded(Generic { name, bound, .. }: &Generic) -> String {
    bound.as_ref().map_or_else(|| name.clone(), |bound| format!("{name}: {bound}"))
}

/// The props without which the component cannot be built.
pub(super) fn required(component: &Component) -> impl Iterator<Item = &Prop> {
    component.props.iter().filter(|prop| prop.required)
}

/// The trait that tells whether a required prop was given: `LinkHasHref`.
pub(super) fn has(component: &Component, prop: &Prop) -> String {
    format!("{}Has{}", component.name, camel(&prop.rust))
}

/// The type parameter of a required prop: `HrefState`, which no type of a prop is called.
fn parameter(prop: &Prop) -> String {
    camel(&prop.rust) + "State"
}

/// The type as this suite must write it: `html` has an `Option` of its own.
pub(super) fn own_type(suite: &Suite, ty: &str) -> String {
    if suite.aliases.iter().any(|(alias, _)| alias == "Option") {
        ty.replace("Option<", "core::option::Option<")
    } else {
        ty.to_owned()
    }
}

fn angled(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    if parts.is_empty() { String::new() } else { format!("<{}>", parts.join(", ")) }
}

fn tuple(parts: &[String]) -> String {
    format!("({})", parts.join(", "))
}

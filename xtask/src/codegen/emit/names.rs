//! The type parameters of a component in each place that names them.

use super::text::camel;
use crate::codegen::model::{Component, Generic, Prop};

/// How a component is written where it is declared, implemented and used.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// `<V = String>`, `<Href = Missing>`, or nothing.
    pub(super) declared: String,
    /// `<V: OptionValue>`, `<Href>`.
    pub(super) bounded: String,
    /// `<V>`, `<Href>`.
    pub(super) arguments: String,
    /// What the struct is of: `V`, `(V, Href)`.
    pub(super) of: String,
    /// `<V>` for the handle, which knows nothing of required props.
    pub(super) handle: String,
    /// `where Href: LinkHasHref`.
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
        }
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
    format!("{}Has{}", component.name, parameter(prop))
}

/// The type parameter of a required prop: `Href`.
pub(super) fn parameter(prop: &Prop) -> String {
    camel(&prop.rust)
}

fn angled(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    if parts.is_empty() { String::new() } else { format!("<{}>", parts.join(", ")) }
}

fn tuple(parts: &[String]) -> String {
    format!("({})", parts.join(", "))
}

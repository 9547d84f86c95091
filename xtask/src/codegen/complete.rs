//! The overlay of a suite made by others: what its own overlay does not say comes from the schema.

use super::enums::add_enums;
use super::guess;
use super::names::{RESERVED, snake};
use super::overlay::{Component, Overlay, Prop};
use super::schema::{self, Schema};

/// Adds what the overlay leaves open: every component, enums, types and texts.
pub(super) fn complete(schema: &Schema, overlay: &mut Overlay) {
    add_texts(schema, overlay);
    add_components(schema, overlay);
    add_enums(schema, overlay);
    let mut components = std::mem::take(&mut overlay.components);
    for (name, laid) in &mut components {
        let wire = laid.wire.as_ref().unwrap_or(name);
        let Some(facts) = schema.component(wire) else { continue };
        omit_twins(facts, laid);
        for prop in &facts.props {
            if !laid.omit.contains(&prop.name) && !laid.send.contains_key(&prop.name) {
                add_prop(prop, overlay, laid.props.entry(prop.name.clone()).or_default());
            }
        }
    }
    overlay.components = components;
}

fn add_texts(schema: &Schema, overlay: &mut Overlay) {
    let Schema { library, version, namespace, .. } = schema;
    if overlay.doc.is_empty() {
        overlay.doc = format!(
            "The components of `{library}` {version}, one struct each, as its schema describes them.\n\n\
             On the wire they are components of `{namespace}`. Props are in `snake_case`; one whose \
             type the schema leaves open takes any JSON."
        );
    }
    if overlay.attr.is_empty() {
        overlay.attr = String::from(
            "An attribute by its full name, such as `data-row` or `aria-label`. Default: \
                        absent, as with the value `None`.",
        );
    }
}

/// A component whose name means something else in the generated code is a struct of another name,
/// which the module publishes under its own.
fn add_components(schema: &Schema, overlay: &mut Overlay) {
    let only = overlay.suite.only.clone();
    let wanted = |name: &String| only.is_empty() || only.contains(name);
    for name in schema.components.iter().map(|component| &component.name).filter(|n| wanted(n)) {
        let struct_name = if RESERVED.contains(&name.as_str()) {
            overlay.aliases.insert(name.clone(), format!("{name}El"));
            format!("{name}El")
        } else {
            name.clone()
        };
        let laid = overlay.components.remove(name);
        let laid = overlay.components.entry(struct_name).or_insert(laid.unwrap_or_default());
        laid.wire.get_or_insert_with(|| name.clone());
        if laid.doc.is_empty() {
            laid.doc = format!("The component `{name}` of `{}`.", schema.namespace);
        }
    }
}

/// Two names on the wire that are one in Rust, `class_name` and `className`: the former stays.
fn omit_twins(facts: &schema::Component, laid: &mut Component) {
    for prop in &facts.props {
        let name = snake(&prop.name);
        let is_twin = |other: &&schema::Prop| other.name != prop.name && other.name == name;
        if facts.props.iter().any(|other| is_twin(&other)) {
            laid.omit.push(prop.name.clone());
            laid.props.remove(&prop.name);
        }
    }
}

fn add_prop(prop: &schema::Prop, overlay: &Overlay, laid: &mut Prop) {
    let shared = overlay.props.get(&prop.name);
    if laid.ty.is_none()
        && shared.is_none_or(|shared| shared.ty.is_none())
        && !overlay.types.contains_key(&prop.ty)
    {
        laid.ty = Some(guess::ty(prop, overlay));
    }
    if laid.doc.is_none() && shared.is_none_or(|shared| shared.doc.is_none()) {
        laid.doc = Some(guess::doc(prop));
    }
    if laid.default.is_none() && shared.is_none_or(|shared| shared.default.is_none()) {
        laid.default = Some(guess::default(prop));
    }
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::complete;
    use crate::codegen::overlay::Overlay;

    /// The overlay of a suite whose components have these props.
    pub(in crate::codegen) fn completed(components: &serde_json::Value, overlay: &str) -> Overlay {
        let schema = json!({"library": "x-y", "namespace": "x_y", "components": components});
        let mut overlay = toml::from_str(overlay).unwrap();
        complete(&serde_json::from_value(schema).unwrap(), &mut overlay);
        overlay
    }

    #[test]
    fn what_the_overlay_says_stays() {
        let components = json!([{"name": "A", "props": [
            {"name": "width", "type": "number"},
            {"name": "height", "type": "number"},
            {"name": "axis", "type": r#""x" | "y""#},
        ]}, {"name": "B", "props": []}]);
        let overlay = completed(
            &components,
            "suite.only = ['A']\n[props.width]\ntype = 'u64'\n[types]\nnumber = 'Option<i64>'\n
             [enums.Axis]\ndoc = '.'\nvalues = [['X', 'x', '.'], ['Y', 'y', '.']]",
        );
        assert_eq!(overlay.components.keys().collect::<Vec<_>>(), ["A"]);
        let types: Vec<_> = overlay.components["A"].props.values().map(|prop| &prop.ty).collect();
        assert_eq!(types, [&Some("Option<Axis>".to_owned()), &None, &None]);
        assert_eq!(overlay.enums.len(), 1);
    }

    #[test]
    fn two_names_of_one_prop_become_one() {
        let class = |name: &str| json!({"name": name, "type": "string"});
        let components = json!([{"name": "A", "props": [class("className"), class("class_name")]}]);
        assert_eq!(completed(&components, "").components["A"].omit, ["className"]);
    }
}

//! The types of props as the dev tools read them: a component a line, and under each type its props.

use std::fmt::Write as _;

use super::schema::{Component, Schema};

/// The file's text.
pub(super) fn emit(schema: &Schema) -> String {
    let components: Vec<String> = schema.components.iter().map(component).collect();
    format!("{{\"{}\": {{\n{}\n}}}}\n", schema.namespace, components.join(",\n"))
}

fn component(component: &Component) -> String {
    let mut types: Vec<(&str, String)> = Vec::new();
    let wildcards = component.wildcard_props.iter().map(|name| (name, "any"));
    let props = component.props.iter().map(|prop| (&prop.name, &*prop.ty));
    for (name, ty) in props.chain(wildcards) {
        match types.iter_mut().find(|(known, _)| *known == ty) {
            Some((_, names)) => _ = write!(names, " {name}"),
            None => types.push((ty, name.clone())),
        }
    }
    let types: Vec<String> =
        types.iter().map(|(ty, names)| format!("{}: {}", quoted(ty), quoted(names))).collect();
    format!("{}: {{{}}}", quoted(&component.name), types.join(", "))
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Schema, emit};

    #[test]
    fn props_of_a_type_stand_together() {
        let schema = r#"{"namespace": "ns", "components": [{"name": "Box", "wildcard_props": ["data-*"], "props": [
            {"name": "id", "type": "string"}, {"name": "kind", "type": "\"a\" | \"b\""}, {"name": "title", "type": "string"}
        ]}]}"#;
        let text = emit(&Schema::parse(schema).unwrap());
        let expected = "{\"ns\": {\n\"Box\": {\"string\": \"id title\", \"\\\"a\\\" | \\\"b\\\"\": \"kind\", \"any\": \"data-*\"}\n}}\n";
        assert_eq!(text, expected);
    }
}

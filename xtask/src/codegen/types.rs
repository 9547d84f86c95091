//! From a schema's type to the Rust type of a prop.

use std::collections::BTreeSet;

use super::overlay::{Enum, Overlay};
use super::schema;

/// The Rust type of a prop, where the overlay does not name one for this very prop.
pub(super) fn resolve(prop: &schema::Prop, overlay: &Overlay, shapes: &Shapes) -> Option<String> {
    if let Some(ty) = overlay.types.get(&prop.ty) {
        return Some(ty.clone());
    }
    if is_flag(prop) {
        return Some(flag(&prop.default));
    }
    let values = literals(&prop.ty);
    let same = |(_, known): &(_, &Enum)| !values.is_empty() && wire_values(known) == values;
    if let Some((name, _)) = overlay.enums.iter().find(same) {
        return Some(format!("Option<{name}>"));
    }
    shapes.iter().find(|(_, ty)| *ty == prop.ty).map(|(name, _)| format!("Option<{name}>"))
}

/// The shapes of the overlay: name and type in the schema.
pub(super) type Shapes = Vec<(String, String)>;

/// `bool`, or HTML's spelling of it: `bool | "open" | "OPEN"` for the prop `open`.
pub(super) fn is_flag(prop: &schema::Prop) -> bool {
    let name = |part: &&str| part.trim_matches('"').eq_ignore_ascii_case(&prop.name);
    let (bools, others): (Vec<&str>, Vec<&str>) =
        union(&prop.ty).into_iter().partition(|part| *part == "bool");
    bools.len() == 1 && others.iter().all(name)
}

/// A flag that is on when absent must not read as off.
fn flag(default: &serde_json::Value) -> String {
    if default == true { "Option<bool>".into() } else { "bool".into() }
}

/// The values of a closed union, `null` aside; empty where the type is none.
pub(super) fn literals(ty: &str) -> BTreeSet<String> {
    let parts: Vec<&str> = union(ty).into_iter().filter(|part| *part != "null").collect();
    let literal = |part: &&str| part.starts_with('"') || matches!(*part, "true" | "false");
    if parts.iter().all(literal) {
        parts.into_iter().map(str::to_owned).collect()
    } else {
        BTreeSet::new()
    }
}

/// What the enum stands for, as the schema writes it.
pub(super) fn wire_values(known: &Enum) -> BTreeSet<String> {
    known.values.iter().map(|(_, value, _)| literal(value)).collect()
}

/// A value as Rust and the schema write it: `"auto"`, `true`, `1`.
pub(super) fn literal(value: &serde_json::Value) -> String {
    value.to_string()
}

/// The alternatives of a union, outermost level only.
pub(super) fn union(ty: &str) -> Vec<&str> {
    split(ty, '|')
}

/// The fields of `{a?: string, b: number}`.
pub(super) fn fields(ty: &str) -> Option<Vec<(String, String)>> {
    let inner = ty.strip_prefix('{')?.strip_suffix('}')?;
    split(inner, ',')
        .into_iter()
        .map(|field| {
            let (name, ty) = field.split_once(':')?;
            Some((name.trim_end_matches('?').trim().to_owned(), ty.trim().to_owned()))
        })
        .collect()
}

/// Splits at `mark` outside of brackets and quotes.
fn split(text: &str, mark: char) -> Vec<&str> {
    let (mut depth, mut quoted) = (0_i32, false);
    text.split(move |c: char| {
        match c {
            '"' => quoted = !quoted,
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => depth -= 1,
            _ => {}
        }
        c == mark && depth == 0 && !quoted
    })
    .map(str::trim)
    .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{fields, resolve, union};
    use crate::codegen::overlay::Overlay;
    use crate::codegen::schema::Prop;

    const OVERLAY: &str = r#"
        doc = "."
        [types]
        string = "Option<String>"
        [enums.Side]
        doc = "."
        values = [["Left", "left", "."], ["Off", false, "."]]
        [components]
    "#;

    #[track_caller]
    fn check(ty: &str, default: &Value, expected: Option<&str>) {
        let overlay: Overlay = toml::from_str(OVERLAY).unwrap();
        let shapes = vec![("Labels".to_owned(), "{all?: string}".to_owned())];
        let (name, ty, default) = ("readOnly".to_owned(), ty.to_owned(), default.clone());
        let prop = Prop { name, ty, default, required: false };
        assert_eq!(resolve(&prop, &overlay, &shapes).as_deref(), expected, "{}", prop.ty);
    }

    #[test]
    fn types_are_named_found_or_missing() {
        check("string", &json!(null), Some("Option<String>"));
        check("{all?: string}", &json!(null), Some("Option<Labels>"));
        check("{some?: string}", &json!(null), None);
        check("number", &json!(null), None);
    }

    #[test]
    fn a_flag_that_is_on_by_default_must_not_read_as_off() {
        check("bool", &json!(false), Some("bool"));
        check("bool", &json!(null), Some("bool"));
        check("bool", &json!(true), Some("Option<bool>"));
        check(r#"bool | "readOnly" | "READONLY""#, &json!(null), Some("bool"));
        check(r#"bool | "other""#, &json!(null), None);
    }

    #[test]
    fn an_enum_stands_for_exactly_its_values() {
        check(r#""left" | false"#, &json!(null), Some("Option<Side>"));
        check(r#"null | false | "left""#, &json!(null), Some("Option<Side>"));
        check(r#""left""#, &json!(null), None);
        check(r#""left" | "right" | false"#, &json!(null), None);
    }

    #[test]
    fn types_are_split_outside_of_brackets_and_quotes() {
        assert_eq!(
            union(r#"(a | b)[] | {c: d | e} | "f|g""#),
            ["(a | b)[]", "{c: d | e}", r#""f|g""#]
        );
        let found = fields("{a?: string, b: {c: number, d?: bool}, e?: (f | g)[]}").unwrap();
        let found: Vec<(&str, &str)> = found.iter().map(|(n, t)| (&**n, &**t)).collect();
        assert_eq!(found, [("a", "string"), ("b", "{c: number, d?: bool}"), ("e", "(f | g)[]")]);
        assert_eq!(fields("string"), None);
    }
}

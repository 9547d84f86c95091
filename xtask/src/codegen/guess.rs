//! What can be said of a prop of which only the schema is known: a Rust type, and honest texts.

use super::overlay::{Enum, Overlay};
use super::schema::Prop;
use super::types::{is_flag, literals, union, wire_values};

/// The Rust type; where the schema is open, any JSON.
pub(super) fn ty(prop: &Prop, overlay: &Overlay) -> String {
    if let Some(ty) = by_name(&prop.name, &prop.ty) {
        return ty.to_owned();
    }
    if is_flag(prop) {
        return if prop.default == false { "bool" } else { "Option<bool>" }.to_owned();
    }
    if let Some(name) = closed(&prop.ty, overlay) {
        return format!("Option<{name}>");
    }
    match items(&prop.ty) {
        Some(item) => list(item, overlay),
        None => one(&prop.ty).to_owned(),
    }
}

/// The type of the items, where the schema's type is a list: `(string)[]`.
pub(super) fn items(ty: &str) -> Option<&str> {
    let [list] = union(ty)[..] else { return None };
    let item = list.strip_suffix("[]")?;
    Some(item.strip_prefix('(').and_then(|item| item.strip_suffix(')')).unwrap_or(item))
}

/// The names that mean one thing in every suite.
fn by_name(name: &str, ty: &str) -> Option<&'static str> {
    let is_style = name.to_ascii_lowercase().ends_with("style");
    match (name, ty) {
        ("id", _) => Some("Option<String>"),
        ("children", _) => Some("Node"),
        ("persistence", _) => Some("Option<Persistence>"),
        (_, "number") if name.ends_with("_timestamp") => Some("Option<Timestamp>"),
        (_, "number") if name.starts_with("n_") => Some("u64"),
        ("style", "any") => Some("Option<Style>"),
        (_, "object") if is_style => Some("Option<Style>"),
        _ => None,
    }
}

/// The enum that has just these words.
fn closed<'a>(ty: &str, overlay: &'a Overlay) -> Option<&'a str> {
    let wanted = literals(ty);
    let same = |(_, known): &(&String, &Enum)| wire_values(known) == wanted;
    if wanted.is_empty() {
        return None;
    }
    overlay.enums.iter().find(same).map(|(name, _)| name.as_str())
}

fn list(item: &str, overlay: &Overlay) -> String {
    if let Some(name) = closed(item, overlay) {
        return format!("Vec<{name}>");
    }
    match one(item) {
        "Option<String>" => "Vec<String>",
        "Option<f64>" => "Vec<f64>",
        "Node" => "Node",
        _ => ANY,
    }
    .to_owned()
}

fn one(ty: &str) -> &'static str {
    let parts: Vec<&str> = union(ty).into_iter().filter(|part| *part != "null").collect();
    let all = |known: fn(&str) -> bool| !parts.is_empty() && parts.iter().all(|part| known(part));
    if all(is_text) {
        "Option<String>"
    } else if all(is_number) {
        "Option<f64>"
    } else if parts.iter().any(|part| part.starts_with("node")) && all(is_child) {
        "Node"
    } else if parts.contains(&"string") && all(|part| is_text(part) || is_number(part)) {
        "Option<TextOrNumber>"
    } else {
        ANY
    }
}

const ANY: &str = "AnyValue";

fn is_text(part: &str) -> bool {
    part == "string" || part.starts_with('"')
}

fn is_number(part: &str) -> bool {
    part == "number" || part.parse::<f64>().is_ok()
}

fn is_child(part: &str) -> bool {
    matches!(part, "node" | "node[]" | "string" | "number" | "bool")
}

/// The text: the prop's name and type on the wire.
pub(super) fn doc(prop: &Prop) -> String {
    format!("`{}` on the wire, of the type `{}`.", prop.name, short(&prop.ty))
}

/// What absence means, as far as the schema knows it.
pub(super) fn default(prop: &Prop) -> String {
    match &prop.default {
        serde_json::Value::Null => "not set".to_owned(),
        serde_json::Value::String(text) if text.is_empty() => "empty text".to_owned(),
        serde_json::Value::Object(map) if map.contains_key("js") => {
            format!("`{}`", short(map["js"].as_str().unwrap_or_default()))
        }
        serde_json::Value::String(text) => format!("`{}`", short(text)),
        value => format!("`{}`", short(&value.to_string())),
    }
}

/// The first part of a long text, fit for a code span.
fn short(text: &str) -> String {
    const LONGEST: usize = 160;
    let text = text.replace('`', "'");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{default, doc, ty};
    use crate::codegen::schema::Prop;

    fn prop(name: &str, ty: &str, default: Value) -> Prop {
        Prop { name: name.to_owned(), ty: ty.to_owned(), required: false, default }
    }

    #[track_caller]
    fn check(name: &str, schema: &str, expected: &str) {
        let overlay = toml::from_str(
            "[enums.Side]\ndoc = '.'\nvalues = [['Left', 'left', '.'], ['Right', 'right', '.']]",
        );
        assert_eq!(ty(&prop(name, schema, Value::Null), &overlay.unwrap()), expected, "{schema}");
    }

    #[test]
    fn what_the_schema_closes_is_closed() {
        check("x", "string", "Option<String>");
        check("x", "number", "Option<f64>");
        check("x", "0 | 1 | 2", "Option<f64>");
        check("x", "string | null", "Option<String>");
        check("x", "number | string", "Option<TextOrNumber>");
        check("x", r#"number | "xs" | string"#, "Option<TextOrNumber>");
        check("x", r#""left" | "right""#, "Option<Side>");
        check("x", r#"("right" | "left")[]"#, "Vec<Side>");
        check("x", "(string)[]", "Vec<String>");
        check("x", r#""value"[]"#, "Vec<String>");
        check("x", "number[]", "Vec<f64>");
        check("x", "node", "Node");
        check("x", "string | node[]", "Node");
    }

    #[test]
    fn what_the_schema_leaves_open_is_any_json() {
        for open in ["any", "object", "string | object", "{a?: string}", "func", "{}[]", "any[]"] {
            check("x", open, "AnyValue");
        }
        check("x", r#"bool | "static""#, "AnyValue");
        check("x", r#"number | "xs""#, "AnyValue");
        check("x", "{[key]: string}[] | number[]", "AnyValue");
    }

    #[test]
    fn some_names_mean_one_thing_everywhere() {
        check("id", "string | object", "Option<String>");
        check("children", "any", "Node");
        check("persistence", "bool | string | number", "Option<Persistence>");
        check("n_clicks", "number", "u64");
        check("n_blur_timestamp", "number", "Option<Timestamp>");
        check("style", "any", "Option<Style>");
        check("labelStyle", "object", "Option<Style>");
        check("style", "string | object", "AnyValue");
    }

    #[test]
    fn a_flag_of_which_nobody_knows_what_absence_means_is_no_bool() {
        check("open", "bool", "Option<bool>");
        let overlay = toml::from_str("").unwrap();
        assert_eq!(ty(&prop("open", "bool", json!(false)), &overlay), "bool");
        assert_eq!(ty(&prop("open", "bool", json!(true)), &overlay), "Option<bool>");
        assert_eq!(ty(&prop("open", r#"bool | "open""#, json!(false)), &overlay), "bool");
    }

    #[test]
    fn texts_say_what_the_schema_knows() {
        let long = prop("x", &"ab".repeat(300), json!({"a": 1}));
        assert_eq!(doc(&prop("x", "any", Value::Null)), "`x` on the wire, of the type `any`.");
        assert!(doc(&long).ends_with("ab…`."), "{}", doc(&long));
        assert_eq!(default(&long), r#"`{"a":1}`"#);
        assert_eq!(default(&prop("x", "any", json!({"js": "-1 / 0"}))), "`-1 / 0`");
        assert_eq!(default(&prop("x", "any", json!(""))), "empty text");
        assert_eq!(default(&prop("x", "any", Value::Null)), "not set");
    }
}

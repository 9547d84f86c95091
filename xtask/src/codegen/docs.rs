//! The text of a prop: what the overlay says, then default and source; and what is too little.

use std::collections::HashSet;

use super::model::{Component, Enum, Prop, Shape, Suite};
use super::schema;

/// One paragraph: text, default, source.
pub(super) fn compose(
    text: &str,
    stated: Option<&str>,
    prop: &schema::Prop,
    source: &str,
) -> String {
    let mut parts = vec![text.trim().to_owned()];
    match stated.map(str::to_owned).or_else(|| literal(&prop.default)) {
        _ if prop.is_required() => parts.push("Required.".to_owned()),
        Some(default) => parts.push(format!("Default: {}.", default.trim_end_matches('.'))),
        None => {}
    }
    parts.push(format!("Source: `{source}`."));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// The first sentence, without its period.
pub(super) fn summary(doc: &str) -> &str {
    doc.split_once(". ").map_or(doc, |(first, _)| first).trim_end_matches('.')
}

/// The schema's default as a reader writes it; objects and expressions need words of ours.
fn literal(default: &serde_json::Value) -> Option<String> {
    match default {
        serde_json::Value::Bool(value) => Some(value.to_string()),
        serde_json::Value::Number(value) => Some(value.to_string()),
        serde_json::Value::String(text) if !text.is_empty() => Some(format!("`{text}`")),
        _ => None,
    }
}

/// Every text of the suite that tells a reader too little.
pub(super) fn check(suite: &Suite) -> Vec<String> {
    let components = suite.components.iter().flat_map(of_component);
    let shapes = suite.shapes.iter().flat_map(of_shape);
    let enums = suite.enums.iter().flat_map(of_enum);
    let all = components.chain(shapes).chain(enums);
    all.map(|wrong| format!("{}.{wrong}", suite.name)).collect()
}

fn of_component(component: &Component) -> Vec<String> {
    let Component { name, doc, props, .. } = component;
    let own = says_more(name, doc, 2).err().map(|wrong| format!("{name}: {wrong}"));
    own.into_iter().chain(of_props(name, props)).collect()
}

fn of_shape(Shape { name, doc, fields }: &Shape) -> Vec<String> {
    let own = says_more(name, doc, 2).err().map(|wrong| format!("{name}: {wrong}"));
    own.into_iter().chain(of_props(name, fields)).collect()
}

fn of_enum(Enum { name, doc, values }: &Enum) -> Vec<String> {
    let own = says_more(name, doc, 2).err().map(|wrong| format!("{name}: {wrong}"));
    let value = |(value, _, text): &(String, String, String)| {
        Some(format!("{name}.{value}: {}", says_more(value, text, 1).err()?))
    };
    own.into_iter().chain(values.iter().filter_map(value)).collect()
}

fn of_props(owner: &str, props: &[Prop]) -> Vec<String> {
    let wrong = |prop: &Prop| {
        Some(format!("{owner}.{}: {}", prop.wire, complete(&prop.wire, &prop.doc).err()?))
    };
    props.iter().filter_map(wrong).collect()
}

/// Whether a prop's text has its three parts.
fn complete(name: &str, doc: &str) -> Result<(), String> {
    let (rest, source) = doc.rsplit_once("Source: `").ok_or("the text has no source")?;
    if source.trim_end_matches("`.").is_empty() {
        return Err("the text has no source".into());
    }
    let rest = rest.trim_end();
    let required = rest.strip_suffix("Required.");
    let (text, default) = match (required, rest.rsplit_once("Default: ")) {
        (Some(text), _) => (text, "required"),
        (None, Some((text, default))) => (text, default.trim_end_matches('.')),
        (None, None) => return Err("the text has no default".into()),
    };
    if default.is_empty() {
        return Err("the text has no default".into());
    }
    says_more(name, text, 3)
}

/// Whether a text has at least so many telling words that are not in the name.
fn says_more(name: &str, text: &str, least: usize) -> Result<(), String> {
    let text = text.trim();
    if !text.is_empty() && !text.ends_with(['.', '`', '?']) {
        return Err("the text does not end in a sentence".into());
    }
    let name = name.to_lowercase().replace('_', "");
    let is_telling = |word: &&str| !FILLERS.contains(word) && !name.contains(*word);
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: HashSet<&str> = words.filter(is_telling).collect();
    if telling.len() < least { Err("the text says no more than the name".into()) } else { Ok(()) }
}

const FILLERS: [&str; 42] = [
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "attribute",
    "be",
    "by",
    "component",
    "contains",
    "defines",
    "element",
    "field",
    "for",
    "gives",
    "holds",
    "html",
    "if",
    "in",
    "is",
    "it",
    "its",
    "of",
    "on",
    "or",
    "prop",
    "property",
    "set",
    "sets",
    "specifies",
    "that",
    "the",
    "this",
    "to",
    "used",
    "value",
    "what",
    "when",
    "whether",
    "which",
    "with",
];

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{complete, compose, says_more};
    use crate::codegen::schema::Prop;
    use crate::codegen::{components, overlays};

    #[test]
    fn every_text_of_every_suite_is_complete() {
        for suite in overlays(&components().join("overlay")).unwrap() {
            let wrong = super::check(&crate::codegen::model(&suite).unwrap());
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    }

    #[track_caller]
    fn check_complete(name: &str, doc: &str, expected: Result<(), &str>) {
        assert_eq!(complete(name, doc), expected.map_err(str::to_owned), "{doc}");
    }

    #[test]
    fn a_text_has_meaning_default_and_source() {
        let good = "Time between two ticks, in milliseconds. Default: 1000. Source: `dcc.Interval.interval`.";
        check_complete("interval", good, Ok(()));
        check_complete(
            "href",
            "Where the link leads the user. Required. Source: `dcc.Link.href`.",
            Ok(()),
        );
        let missing = Err("the text has no default");
        check_complete(
            "interval",
            "Time between two ticks. Source: `dcc.Interval.interval`.",
            missing,
        );
        check_complete("interval", "Time between two ticks. Default: . Source: `x`.", missing);
        let missing = Err("the text has no source");
        check_complete("interval", "Time between two ticks. Default: 1000.", missing);
        check_complete("interval", "Time between two ticks. Default: 1000. Source: ``.", missing);
        let empty = Err("the text says no more than the name");
        check_complete(
            "interval",
            "The interval of the component. Default: 1000. Source: `x`.",
            empty,
        );
        check_complete("interval", "Default: 1000. Source: `x`.", empty);
        check_complete("maxHeight", "Sets the max height. Default: 200. Source: `x`.", empty);
        let open = Err("the text does not end in a sentence");
        check_complete("interval", "Time between two ticks Default: 1000. Source: `x`.", open);
    }

    #[test]
    fn a_name_in_other_words_counts() {
        assert!(says_more("Left", "To the left of the handle.", 1).is_ok());
        assert!(says_more("Left", "The left.", 1).is_err());
        assert!(says_more("Div", "", 2).is_err());
    }

    #[track_caller]
    fn check_compose(stated: Option<&str>, default: &Value, required: bool, expected: &str) {
        let (name, ty, default) = ("y".to_owned(), "any".to_owned(), default.clone());
        let doc = compose(" Shown. ", stated, &Prop { name, ty, required, default }, "dcc.X.y");
        assert_eq!(doc, format!("Shown. {expected}Source: `dcc.X.y`."));
    }

    #[test]
    fn the_default_is_what_the_overlay_states_else_what_the_schema_knows() {
        check_compose(Some("`Auto`."), &json!("auto"), false, "Default: `Auto`. ");
        check_compose(None, &json!("off"), false, "Default: `off`. ");
        check_compose(None, &json!(-1), false, "Default: -1. ");
        check_compose(None, &json!(true), false, "Default: true. ");
        check_compose(None, &json!(null), true, "Required. ");
        check_compose(None, &json!({"js": "!multi"}), false, "");
        check_compose(None, &json!(""), false, "");
    }
}

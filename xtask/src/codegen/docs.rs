//! The text of a prop: what the overlay says, then default and source.

/// One paragraph: text, default, source.
pub(super) fn compose(
    text: &str,
    stated: Option<&str>,
    known: &serde_json::Value,
    required: bool,
    source: &str,
) -> String {
    let mut parts = vec![text.trim().to_owned()];
    match stated.map(str::to_owned).or_else(|| literal(known)) {
        _ if required => parts.push("Required.".to_owned()),
        Some(default) => parts.push(format!("Default: {}.", default.trim_end_matches('.'))),
        None => {}
    }
    parts.push(format!("Source: `{source}`."));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// The first sentence.
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

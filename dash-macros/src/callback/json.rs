//! Text as JSON, which ids with fields are compared by.

/// What the browser's `JSON.stringify` makes of a text.
pub(super) fn json_text(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            control if control < ' ' => {
                json.extend(["\\u", &format!("{:04x}", u32::from(control))]);
            }
            other => json.push(other),
        }
    }
    json.push('"');
    json
}

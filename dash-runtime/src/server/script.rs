//! JSON inside a `script` element, and text inside HTML.

/// JSON such that no character of it can end the element around it or start a comment in it.
///
/// Such characters stand inside JSON strings only, where an escape means the same.
pub(super) fn json(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 8);
    let mut escaped = false;
    for c in json.chars() {
        match c {
            // `\/` is an escape already; it becomes another one as a whole.
            '/' if escaped => {
                out.pop();
                out.push_str("\\u002f");
            }
            '/' => out.push_str("\\u002f"),
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
        escaped = c == '\\' && !escaped;
    }
    out
}

/// Text for HTML, also inside a quoted attribute.
pub(super) fn text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[track_caller]
    fn check(json: &str) {
        let embedded = super::json(json);
        assert!(!embedded.contains(['<', '>', '/', '\u{2028}', '\u{2029}']), "{embedded}");
        let value = |json: &str| serde_json::from_str::<Value>(json).expect("JSON");
        assert_eq!(value(&embedded), value(json));
    }

    #[test]
    fn embedded_json_means_the_same_and_cannot_end_its_element() {
        check(r#"{"a":"</script><!--"}"#);
        check(r#""<\/script>""#);
        check(r#""\\/ \\\/ \\\\/""#);
        check(r#""\"/\"""#);
        check("\"\u{2028}\u{2029}\"");
        check(r#"["é","\u00e9",1,null]"#);
    }
}

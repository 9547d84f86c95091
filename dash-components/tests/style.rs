//! CSS text as a style, and a style as CSS text.
use dash_components::{IntoProp, Style};

/// The declarations that React gets.
#[track_caller]
fn reads(css: &str, expected: &str) {
    let json = IntoProp::<Option<Style>>::into_prop(Style::from(css));
    assert_eq!(serde_json::to_string(&json).unwrap(), expected, "{css}");
}

#[test]
fn names_become_reacts() {
    reads("max-width: 60rem", r#"{"maxWidth":"60rem"}"#);
    reads("border-top-left-radius: 2px", r#"{"borderTopLeftRadius":"2px"}"#);
    reads("-webkit-line-clamp: 3", r#"{"WebkitLineClamp":"3"}"#);
    reads("--brand-Color: #f00", r##"{"--brand-Color":"#f00"}"##);
    reads("color:red", r#"{"color":"red"}"#);
}

#[test]
fn declarations_end_at_semicolons_outside_of_quotes_and_parentheses() {
    reads("color: red; margin: 0 auto;", r#"{"color":"red","margin":"0 auto"}"#);
    reads(
        "background: url(data:image/png;base64,AA==); color: red",
        r#"{"background":"url(data:image/png;base64,AA==)","color":"red"}"#,
    );
    reads(r#"content: "a;b""#, r#"{"content":"\"a;b\""}"#);
    reads("width: calc((1px + 2px) * 2); top: 0", r#"{"width":"calc((1px + 2px) * 2)","top":"0"}"#);
    reads(
        "background: url(https://example.org/a.png)",
        r#"{"background":"url(https://example.org/a.png)"}"#,
    );
}

#[test]
fn what_is_no_declaration_is_left_out() {
    reads("", "{}");
    reads(" ; ;", "{}");
    reads("color", "{}");
    reads("color red; top: 0", r#"{"top":"0"}"#);
}

#[test]
fn a_style_is_css_again() {
    let style = Style::new().set("maxWidth", "60rem").set("zIndex", 2).set("opacity", 0.5);
    assert_eq!(style.to_string(), "max-width: 60rem;z-index: 2;opacity: 0.5;");
    assert_eq!(Style::from("-webkit-line-clamp: 3").to_string(), "-webkit-line-clamp: 3;");
    assert_eq!(Style::from("--brand-Color: red").to_string(), "--brand-Color: red;");
}

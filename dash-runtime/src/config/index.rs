//! The index string: the HTML around an app, with slots for what the server puts into it.
use super::check::bad;

/// The HTML of [`Config::index_string`](super::Config::index_string) by default.
pub(super) const DEFAULT: &str = r#"<!doctype html>
<html lang="en">
<head>
{%metas%}
<title>{%title%}</title>
{%favicon%}
{%css%}
</head>
<body>
{%app_entry%}
{%config%}
<noscript>This page needs JavaScript.</noscript>
{%scripts%}
{%renderer%}
</body>
</html>
"#;

/// What the server puts into the page, under Dash's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    Metas,
    Title,
    Favicon,
    Css,
    AppEntry,
    Config,
    Scripts,
    Renderer,
    /// The nonce of the load, for scripts that the index string itself has.
    Nonce,
}

const SLOTS: [(&str, Slot); 9] = [
    ("metas", Slot::Metas),
    ("title", Slot::Title),
    ("favicon", Slot::Favicon),
    ("css", Slot::Css),
    ("app_entry", Slot::AppEntry),
    ("config", Slot::Config),
    ("scripts", Slot::Scripts),
    ("renderer", Slot::Renderer),
    ("nonce", Slot::Nonce),
];

/// Without these, a page shows nothing.
const REQUIRED: [&str; 3] = ["app_entry", "config", "scripts"];

/// A part of an index string.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Text(String),
    Slot(Slot),
}

/// The parts of an index string; what is no slot is text.
pub(crate) fn parts(index: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = index;
    let mut text = String::new();
    while let Some((before, name, after)) = next(rest) {
        text.push_str(before);
        match SLOTS.iter().find(|(known, _)| *known == name) {
            Some(&(_, slot)) => {
                parts.push(Part::Text(std::mem::take(&mut text)));
                parts.push(Part::Slot(slot));
            }
            None => text.push_str(&rest[before.len()..rest.len() - after.len()]),
        }
        rest = after;
    }
    text.push_str(rest);
    parts.push(Part::Text(text));
    parts
}

pub(super) fn problems(index: &str) -> impl Iterator<Item = String> {
    let missing =
        REQUIRED.into_iter().filter(move |name| !index.contains(&format!("{{%{name}%}}")));
    let missing = missing.map(|name| format!("`index_string` has no slot `{{%{name}%}}`: add it"));
    let mut rest = index;
    let names = std::iter::from_fn(move || {
        let (_, name, after) = next(rest)?;
        rest = after;
        Some(name)
    });
    let unknown = names.filter(|name| !SLOTS.iter().any(|(known, _)| known == name));
    let known = SLOTS.map(|(name, _)| format!("`{{%{name}%}}`")).join(", ");
    missing.chain(unknown.map(move |name| bad("index_string", &format!("{{%{name}%}}"), &known)))
}

/// The text before the next slot, its name, and the text after it.
fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{%")?;
    let (name, after) = rest.split_once("%}")?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_string_is_text_and_slots() {
        let text = |text: &str| Part::Text(text.to_owned());
        let found = parts("a{%title%}{%css%}b{%other%}c{%");
        let expected = [
            text("a"),
            Part::Slot(Slot::Title),
            text(""),
            Part::Slot(Slot::Css),
            text("b{%other%}c{%"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn slots_that_are_missing_or_unknown_are_named() {
        let all = |index| problems(index).collect::<Vec<_>>();
        assert_eq!(all(DEFAULT), Vec::<String>::new());
        let found = all("{%app_entry%}{%script%}{%config%}");
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], "`index_string` has no slot `{%scripts%}`: add it");
        assert!(found[1].starts_with("`index_string` is `{%script%}`: expected `{%metas%}`, "));
    }
}

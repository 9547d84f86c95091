//! The prelude lists the components by name; here it is held against the suites.

use std::collections::HashSet;

use super::Source;
use super::lex::{Kind, tokens};

/// Components that the prelude leaves out, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("html::Button", "dcc's is the plain one"),
    ("html::DataEl", "written `html::Data`"),
    ("html::FigureEl", "written `html::Figure`"),
    ("html::Link", "dcc's is the plain one"),
    ("html::OptionEl", "written `html::Option`"),
    ("html::OutputEl", "written `html::Output`"),
    ("html::Textarea", "dcc's is the plain one"),
];

/// A page names its components without a `use` of its own.
pub(super) fn lists_every_component(sources: &[Source]) -> Vec<String> {
    let Some(prelude) = sources.iter().find(|source| source.path == "src/prelude.rs") else {
        return vec!["src/prelude.rs:1: there is none".to_owned()];
    };
    let listed = listed(prelude);
    let components: Vec<String> = sources.iter().flat_map(components).collect();
    let is_out = |name: &String| LEFT_OUT.iter().any(|(out, _)| out == name);
    let missing = components.iter().filter(|name| !listed.contains(*name) && !is_out(name));
    let wrong = listed.iter().filter(|name| !components.contains(name) || is_out(name));
    let message = |name, wrong| format!("src/prelude.rs:1: `{name}` {wrong}");
    let missing = missing.map(|name| message(name, "is not listed"));
    missing.chain(wrong.map(|name| message(name, "is listed, but should not be"))).collect()
}

/// The names behind `…::html::{` and `…::dcc::{`, each with its suite.
fn listed(prelude: &Source) -> HashSet<String> {
    let code = tokens(&prelude.text);
    let mut listed = HashSet::new();
    for (at, token) in code.iter().enumerate() {
        let opens = code.get(at + 3).is_some_and(|brace| brace.text == "{");
        if opens && SUITES.contains(&token.text.as_str()) {
            let names = code[at + 4..].iter().take_while(|name| name.text != "}");
            let names = names.filter(|name| name.kind == Kind::Word);
            listed.extend(names.map(|name| format!("{}::{}", token.text, name.text)));
        }
    }
    listed
}

const SUITES: &[&str] = &["html", "dcc"];

/// The components of a suite's file: `html::Div`.
fn components(source: &Source) -> Vec<String> {
    let inside = source.path.strip_prefix("dash-components/src/suites/").unwrap_or_default();
    let suite = inside.trim_end_matches(".rs");
    if !SUITES.contains(&suite) {
        return Vec::new();
    }
    let code = tokens(&source.text);
    let implemented = code.windows(3).filter(|w| w[0].text == "Component" && w[1].text == "for");
    implemented.map(|window| format!("{suite}::{}", window[2].text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prelude: &str, expected: &[&str]) {
        let file = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
        let suite = "impl Component for Div {}\nimpl<V> Component for Link<V> {}";
        let suite = file("dash-components/src/suites/html.rs", suite);
        assert_eq!(lists_every_component(&[suite, file("src/prelude.rs", prelude)]), expected);
    }

    #[test]
    fn a_component_that_is_missing_or_too_much_is_found() {
        check("pub use dash_components::html::{Div};", &[]);
        check(
            "pub use dash_components::html::{};",
            &["src/prelude.rs:1: `html::Div` is not listed"],
        );
        let wrong = |name| format!("src/prelude.rs:1: `html::{name}` is listed, but should not be");
        check("pub use dash_components::html::{Div, Link};", &[&wrong("Link")]);
        check("pub use dash_components::html::{Div, Dib};", &[&wrong("Dib")]);
    }
}

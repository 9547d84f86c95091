//! The invariants of the Rust side: who may import what, and what the macros may know.

use std::collections::HashSet;

use super::lex::{Kind, Token, outside_tests, tokens};
use super::{Broken, Source, each};

/// axum is for the server part of `dash-runtime`; the components build without a reactor.
pub(super) fn server_crates(source: &Source) -> Vec<Broken> {
    let in_components = source.path.starts_with("dash-components/");
    if source.path == "dash-components/Cargo.toml" {
        let depends = |line: &str| line.starts_with("tokio") || line.starts_with("axum");
        return source.broken(|line| depends(line).then(|| "a server crate".to_owned()));
    }
    if !source.has_extension(&["rs"]) {
        return Vec::new();
    }
    let code = tokens(&source.text);
    let is_import = |at: usize| {
        code.get(at + 1).is_some_and(|next| next.text == ":")
            || at.checked_sub(1).is_some_and(|before| code[before].text == "use")
    };
    let is_banned = |at: usize| match code[at].text.as_str() {
        "axum" => is_library(source) && !may_use_axum(source) && is_import(at),
        "tokio" => in_components && code[at].kind == Kind::Word,
        _ => false,
    };
    let found = (0..code.len()).filter(|at| is_banned(*at)).map(|at| &code[at]);
    found.map(|token| (token.line, format!("`{}` may not be used here", token.text))).collect()
}

fn may_use_axum(source: &Source) -> bool {
    let inside = source.path.strip_prefix("dash-runtime/src/");
    inside.is_some_and(|path| path.starts_with("server/") || matches!(path, "app.rs" | "error.rs"))
}

/// Who may read raw JSON, and whose it is.
const JSON_READERS: &[(&str, &str)] = &[
    ("dash-runtime/src/wire.rs", "the browser's"),
    ("dash-runtime/src/server/plotly.rs", "the app's own figures, to see what draws them"),
];

/// Whoever reads raw JSON decides what a bad one means; that is one file.
pub(super) fn raw_json(source: &Source) -> Vec<Broken> {
    if !is_library(source) || JSON_READERS.iter().any(|(path, _)| *path == source.path) {
        return Vec::new();
    }
    let code = outside_tests(&source.text);
    let reads = |call: &&[Token]| match call {
        [reader, colon, _, function] => {
            matches!(reader.text.as_str(), "serde_json" | "Deserializer")
                && colon.text == ":"
                && function.text.starts_with("from_")
                && function.text != "from_value"
        }
        _ => false,
    };
    let calls = code.windows(4).filter(reads);
    calls.map(|call| (call[0].line, "raw JSON outside wire.rs".to_owned())).collect()
}

/// Names that a schema shares with something that the macros do know.
const OTHER_THINGS: &[(&str, &str)] = &[
    ("Data", "the extractor"),
    ("Graph", "the graph of callbacks"),
    ("Input", "the dependency"),
    ("Map", "an iterator adaptor"),
    ("Meta", "what stands in `#[…]`, in syn"),
    ("Option", "std's type in a signature"),
    ("Output", "the dependency, and the result of an operator"),
    ("Slot", "a place in the graph of callbacks"),
    ("Source", "what a parameter is read from"),
    ("Span", "where a token stands"),
];

/// Whether a component or prop exists is rustc's business, so that the macros never have to follow
/// a schema. Looks for names that nobody would write by chance.
pub(super) fn macro_names(sources: &[Source]) -> Vec<String> {
    let names = schema_names(sources);
    let is_name = |token: &Token| {
        let is_other = OTHER_THINGS.iter().any(|(name, _)| *name == token.text);
        is_telling(&token.text) && names.contains(&token.text) && !is_other
    };
    each(sources, |source| {
        if !source.path.starts_with("dash-macros/src/") {
            return Vec::new();
        }
        let code = outside_tests(&source.text).into_iter();
        let found = code.filter(is_name);
        found.map(|token| (token.line, format!("`{}` is in a schema", token.text))).collect()
    })
}

/// A type's name, or several words in one.
fn is_telling(name: &str) -> bool {
    name.contains(|c: char| c == '_' || c.is_uppercase())
}

/// The components and props of every schema, as on the wire and as setters.
fn schema_names(sources: &[Source]) -> HashSet<String> {
    let is_schema = |source: &&Source| {
        source.path.starts_with("dash-components/schema/") && source.has_extension(&["json"])
    };
    let names =
        |source: &Source| source.text.split("\"name\"").skip(1).map(quoted).collect::<Vec<_>>();
    let names = sources.iter().filter(is_schema).flat_map(names);
    names.flat_map(|name| [snake(&name), name]).collect()
}

/// The text in the next pair of quotes.
fn quoted(after: &str) -> String {
    after.split('"').nth(1).unwrap_or_default().to_owned()
}

/// `className` as its setter is called: `class_name`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// The code of the crates that users get; not their tests.
fn is_library(source: &Source) -> bool {
    let path = &source.path;
    let in_library =
        path.starts_with("src/") || (path.starts_with("dash-") && path.contains("/src/"));
    let is_test = source.name() == "tests.rs" || source.path.contains("/tests/");
    in_library && source.has_extension(&["rs"]) && !is_test
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::check;

    #[test]
    fn axum_outside_the_server_is_found() {
        check(server_crates, "dash-runtime/src/graph/plan.rs", "use axum::Router;", 1);
        check(server_crates, "dash-runtime/src/server/page.rs", "use axum::Router;", 0);
        check(server_crates, "dash-runtime/src/graph/plan.rs", "// axum\nlet x = \"axum\";", 0);
        check(server_crates, "dash-runtime/src/lib.rs", "pub use server::{Server, axum};", 0);
        check(server_crates, "dash-runtime/src/lib.rs", "pub use axum;", 1);
        check(server_crates, "tests/http.rs", "use axum::Router;", 0);
    }

    #[test]
    fn tokio_in_the_components_is_found() {
        check(server_crates, "dash-components/src/node.rs", "tokio::spawn(f)", 1);
        check(server_crates, "dash-components/Cargo.toml", "[dependencies]\ntokio = \"1\"", 1);
        check(server_crates, "dash-runtime/src/context.rs", "tokio::spawn(f)", 0);
    }

    #[test]
    fn raw_json_outside_wire_is_found() {
        let read = "serde_json::from_slice(body)";
        check(raw_json, "dash-runtime/src/callback/dispatch.rs", read, 1);
        check(raw_json, "dash-runtime/src/wire.rs", read, 0);
        check(raw_json, "dash-runtime/src/server/page.rs", "Deserializer::from_slice(b)", 1);
        check(raw_json, "dash-runtime/src/server/page.rs", "serde_json::to_vec(&x)", 0);
        let test = format!("#[cfg(test)]\nmod tests {{ {read} }}");
        check(raw_json, "dash-runtime/src/server/page.rs", test, 0);
    }

    #[test]
    fn a_component_or_prop_in_the_macros_is_found() {
        let schema = r#"{"name": "Dropdown", "props": [{"name":"nClicks"}, {"name": "value"}]}"#;
        let check = |text: &str, expected: usize| {
            let file = |path: &str, text: &str| Source { path: path.into(), text: text.into() };
            let schema = file("dash-components/schema/dcc.json", schema);
            let found = macro_names(&[schema, file("dash-macros/src/a.rs", text)]);
            assert_eq!(found.len(), expected, "{text}\n{found:?}");
        };
        check("quote!(Dropdown::new())", 1);
        check("builder.n_clicks(0)", 1);
        check("if name == \"n_clicks\" {}", 1);
        check("let value = parse()?;", 0);
        check("/// Reads `<Dropdown/>`.\nfn f() {}", 0);
    }
}

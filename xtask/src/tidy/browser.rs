//! The invariants of the browser side: who may read the network, and what stays pure.

use super::{Broken, Source};

/// The layout changes in one place; everyone else asks the store to change it.
pub(super) fn one_writer(source: &Source) -> Vec<Broken> {
    if source.path == "dash-js/src/store.ts" {
        return Vec::new();
    }
    let writes = |line: &str| {
        let indexed = line.split_once(".props[").is_some_and(|(_, after)| after.contains("] = "));
        indexed || line.contains(".props = ") || line.contains("new LayoutNode(")
    };
    code(source, |line| writes(line).then(|| "a change of the layout outside store.ts".to_owned()))
}

/// The graph, the schedule and patches are arrays and objects in, arrays and objects out; so is
/// every file whose first line says that it is pure.
pub(super) fn pure_core(source: &Source) -> Vec<Broken> {
    const CORE: &[&str] =
        &["dash-js/src/graph.ts", "dash-js/src/schedule.ts", "dash-js/src/patch.ts"];
    const EDGE: &[&str] = &["'react", "fetch(", "/api'", "/transport", "window.", "document."];
    let says_so = source.text.lines().next().is_some_and(|first| first.contains(" Pure"));
    if !says_so && !CORE.contains(&source.path.as_str()) {
        return Vec::new();
    }
    code(source, |line| first_of(EDGE, line).map(|word| format!("`{word}` in the pure core")))
}

/// Who may read raw JSON, and whose it is.
const JSON_READERS: &[(&str, &str)] = &[
    ("dash-js/src/protocol.ts", "the server's"),
    ("dash-js/src/keptStore.ts", "what the page itself stored in the browser"),
];

/// Raw JSON is `unknown` until `protocol.ts` has parsed it.
pub(super) fn raw_json(source: &Source) -> Vec<Broken> {
    if JSON_READERS.iter().any(|(path, _)| *path == source.path) {
        return Vec::new();
    }
    let read = |line: &str| first_of(&["JSON.parse(", ".json()"], line);
    code(source, |line| read(line).map(|call| format!("`{call}` outside protocol.ts")))
}

/// What the page needs is in the binary; another origin is the app's choice, never ours.
pub(super) fn foreign_origins(source: &Source) -> Vec<Broken> {
    const STARTS: &[&str] =
        &["'http://", "'https://", "\"http://", "\"https://", "`http://", "`https://"];
    // The names of XML namespaces look like addresses and are never asked.
    let asks = |line: &str| first_of(STARTS, line).is_some() && !line.contains("//www.w3.org/");
    code(source, |line| asks(line).then(|| "an address of another origin".to_owned()))
}

/// A type error is mended or told to a reader, not silenced.
pub(super) fn untyped(source: &Source) -> Vec<Broken> {
    const WORDS: &[&str] =
        &[": any", "<any", " as any", "any[]", "@ts-ignore", "@ts-nocheck", "@ts-expect-error"];
    if !source.path.starts_with("dash-js/") || !source.has_extension(&["ts", "tsx"]) {
        return Vec::new();
    }
    let find = |line: &str| WORDS.iter().find(|word| has_word(line, word));
    source.broken(|line| find(line).map(|word| format!("`{}`", word.trim())))
}

/// Whether the word stands there and does not go on, as in `: anyOf`.
fn has_word(line: &str, word: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| ends(&line[at + word.len()..]))
}

fn first_of<'a>(words: &[&'a str], line: &str) -> Option<&'a str> {
    words.iter().copied().find(|word| line.contains(word))
}

/// Looks at each line of the product's own TypeScript, comments left out.
fn code(source: &Source, find: impl Fn(&str) -> Option<String>) -> Vec<Broken> {
    if !is_product(source) {
        return Vec::new();
    }
    source.broken(|line| if is_comment(line) { None } else { find(line) })
}

fn is_product(source: &Source) -> bool {
    source.path.starts_with("dash-js/src/")
        && source.has_extension(&["ts", "tsx"])
        && !source.path.starts_with("dash-js/src/testing/")
        && !source.name().contains(".test.")
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::check;

    #[test]
    fn the_core_touching_the_edge_is_found() {
        check(pure_core, "dash-js/src/graph.ts", "import { useMemo } from 'react';", 1);
        check(pure_core, "dash-js/src/schedule.ts", "await fetch(url)", 1);
        check(pure_core, "dash-js/src/patch.ts", "import { post } from './api';", 1);
        let text = "// Wildcards. Pure.\nimport x from 'react-dom';";
        check(pure_core, "dash-js/src/match.ts", text, 1);
        check(pure_core, "dash-js/src/graph.ts", "// what fetch( does not do", 0);
        check(pure_core, "dash-js/src/api.ts", "await fetch(url)", 0);
    }

    #[test]
    fn a_second_writer_is_found() {
        check(one_writer, "dash-js/src/runner.ts", "node.component.props = next;", 1);
        check(one_writer, "dash-js/src/runner.ts", "node.props['value'] = 1;", 1);
        check(one_writer, "dash-js/src/page.ts", "new LayoutNode(component)", 1);
        check(one_writer, "dash-js/src/page.ts", "const value = node.props['value'];", 0);
        check(one_writer, "dash-js/src/store.ts", "node.component.props = next;", 0);
    }

    #[test]
    fn raw_json_outside_protocol_is_found() {
        check(raw_json, "dash-js/src/api.ts", "return await answer.json();", 1);
        check(raw_json, "dash-js/src/store.ts", "JSON.parse(text)", 1);
        check(raw_json, "dash-js/src/protocol.ts", "JSON.parse(text)", 0);
        check(raw_json, "dash-js/src/api.test.ts", "JSON.parse(text)", 0);
    }

    #[test]
    fn another_origin_is_found() {
        check(foreign_origins, "dash-js/src/a.ts", "load('https://example.org/x.js')", 1);
        let namespace = "createElementNS('http://www.w3.org/2000/svg', 'svg')";
        check(foreign_origins, "dash-js/src/a.ts", namespace, 0);
        check(foreign_origins, "dash-js/src/a.ts", "// see https://example.org", 0);
    }

    #[test]
    fn untyped_code_is_found() {
        check(untyped, "dash-js/e2e/a.ts", "function f(x: any) {}", 1);
        check(untyped, "dash-js/e2e/a.ts", "const x = y as any;", 1);
        check(untyped, "dash-js/e2e/a.ts", "// @ts-ignore", 1);
        check(untyped, "dash-js/e2e/a.ts", "type X = { of: anyOf }; // any value", 0);
    }
}

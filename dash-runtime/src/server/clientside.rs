//! Callbacks that the browser runs: what the page is told of them, and the text of the scripts that hold their sources.
use dash_components::__private::key;
use serde::Serialize;

use crate::CallbackDef;
use crate::callback::Client;

/// The name under which Dash keeps inline sources.
const NAMESPACE: &str = "_dashprivate_clientside_funcs";

/// Where the browser finds the function, with the fields of Dash's own.
#[derive(Debug, Serialize)]
pub(super) struct Function {
    namespace: &'static str,
    function_name: String,
}

impl Function {
    pub(super) fn of(client: Client) -> Self {
        match client {
            Client::Source(source) => Self { namespace: NAMESPACE, function_name: name(source) },
            Client::Function { namespace, name } => {
                Self { namespace, function_name: name.to_owned() }
            }
        }
    }
}

/// One script for each inline source, so that a mistake in one leaves the others alone.
pub(super) fn scripts(callbacks: &[&CallbackDef]) -> Vec<String> {
    let mut names = Vec::new();
    let mut scripts = Vec::new();
    for def in callbacks {
        let Some(Client::Source(source)) = def.client else { continue };
        let name = name(source);
        if !names.contains(&name) {
            scripts.push(script(&name, source));
            names.push(name);
        }
    }
    scripts
}

fn script(name: &str, source: &str) -> String {
    let functions = format!("((window.dash_clientside ??= {{}}).{NAMESPACE} ??= {{}})");
    format!("{functions}[\"{name}\"] =\n{}", inside_element(source))
}

fn name(source: &str) -> String {
    format!("{:016x}", key(source))
}

/// A source such that nothing in it ends the element around it or starts a comment there.
///
/// Such text can stand in strings and patterns only, where the backslash changes nothing.
fn inside_element(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for (at, c) in source.char_indices() {
        out.push(c);
        let rest = &source.as_bytes()[at + 1..];
        let opens =
            |word: &[u8]| rest.get(..word.len()).is_some_and(|r| r.eq_ignore_ascii_case(word));
        if c == '<' && (opens(b"/script") || opens(b"!--")) {
            out.push('\\');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::inside_element;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(inside_element(source), expected);
    }

    #[test]
    fn a_source_cannot_end_its_element() {
        check("() => '</script>'", r"() => '<\/script>'");
        check("() => '</SCRIPT >'", r"() => '<\/SCRIPT >'");
        check("() => '<!-- <script>'", r"() => '<\!-- <script>'");
        check("(é) => é < 1 </a/", "(é) => é < 1 </a/");
    }
}

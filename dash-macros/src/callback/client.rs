//! `client = ..`: what the browser runs in place of a Rust fn, and how many values it takes.
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, ExprLit, Ident, Lit, Path};

use super::args::Args;
use super::check::is_are;
use crate::errors::Errors;
use crate::words::count;

/// What stands behind `client =`.
pub(super) enum Client {
    /// JavaScript: a text, or a macro that makes one.
    Source(Expr),
    /// `namespace::function`, a script of the page's own.
    Function { namespace: Ident, function: Ident },
}

impl Parse for Client {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let expression: Expr = input.parse()?;
        match &expression {
            Expr::Lit(ExprLit { lit: Lit::Str(_), .. }) | Expr::Macro(_) => {
                Ok(Self::Source(expression))
            }
            Expr::Path(path) if path.qself.is_none() => function(&path.path)
                .ok_or_else(|| syn::Error::new_spanned(&expression, Self::EXPECTED)),
            _ => Err(syn::Error::new_spanned(expression, Self::EXPECTED)),
        }
    }
}

fn function(path: &Path) -> Option<Client> {
    let [namespace, function] = [path.segments.first()?, path.segments.last()?];
    let is_pair = path.segments.len() == 2 && path.leading_colon.is_none();
    let is_plain = namespace.arguments.is_empty() && function.arguments.is_empty();
    (is_pair && is_plain).then(|| Client::Function {
        namespace: namespace.ident.clone(),
        function: function.ident.clone(),
    })
}

impl Client {
    pub(super) const EXPECTED: &str = "expected a JavaScript function\n\nhelp: write `client = \"(a, b) => a + b\"`, or `client = namespace::function` for one of your scripts";

    /// The constant that the runtime has of it.
    pub(super) fn definition(&self) -> TokenStream {
        match self {
            Self::Source(source) => quote!(::dash::__private::Client::Source(#source)),
            Self::Function { namespace, function } => {
                let [namespace, name] = [namespace, function].map(ToString::to_string);
                quote!(::dash::__private::Client::Function { namespace: #namespace, name: #name })
            }
        }
    }

    /// Notes a source that is no function, or takes another number of values than are wired.
    pub(super) fn check(&self, args: &Args, errors: &mut Errors) {
        let Self::Source(source) = self else { return };
        let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = source else { return };
        let wired = args.wired().count();
        match parameters(&text.value()) {
            Parameters::None => errors.add(source, Self::EXPECTED),
            Parameters::Count(found) if found != wired => {
                let found = count(found, "parameter");
                let wired = is_are(wired, "prop");
                errors.add(source, format!("this function has {found}, but {wired} wired\n\nhelp: write one parameter for each input, then one for each state"));
            }
            _ => {}
        }
    }
}

/// What the head of a JavaScript function tells.
#[derive(Debug, PartialEq, Eq)]
enum Parameters {
    /// There is no function.
    None,
    /// So many names.
    Count(usize),
    /// Patterns, defaults, rest parameters, comments, or a function made elsewhere.
    Unknown,
}

fn parameters(source: &str) -> Parameters {
    let head = source.trim_start();
    let head = word(head, "async").unwrap_or(head);
    if let Some(rest) = word(head, "function") {
        let rest = rest.strip_prefix('*').unwrap_or(rest);
        return match rest.split_once('(') {
            Some((name, list)) if is_name(name.trim()) || name.trim().is_empty() => listed(list),
            _ => Parameters::Unknown,
        };
    }
    if let Some(list) = head.strip_prefix('(') {
        let is_arrow = list.split_once(')').is_some_and(|(_, r)| r.trim_start().starts_with("=>"));
        return if is_arrow { listed(list) } else { made_elsewhere(source) };
    }
    match head.split_once("=>") {
        Some((name, _)) if is_name(name.trim()) => Parameters::Count(1),
        _ => made_elsewhere(source),
    }
}

/// What follows the word at the start.
fn word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(word)?;
    (!rest.starts_with(is_name_part)).then(|| rest.trim_start())
}

/// Counts the names up to the closing parenthesis.
fn listed(list: &str) -> Parameters {
    let Some((list, _)) = list.split_once(')') else { return Parameters::Unknown };
    let mut names: Vec<&str> = list.split(',').map(str::trim).collect();
    if names.last().is_some_and(|last| last.is_empty()) {
        names.pop();
    }
    if names.iter().all(|name| is_name(name)) {
        return Parameters::Count(names.len());
    }
    Parameters::Unknown
}

fn made_elsewhere(source: &str) -> Parameters {
    let makes = source.contains("=>") || source.contains("function") || source.contains('(');
    if makes { Parameters::Unknown } else { Parameters::None }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_part)
}

fn is_name_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Parameters) {
        assert_eq!(parameters(source), expected, "{source}");
    }

    #[test]
    fn plain_names_are_counted() {
        check("(a, b) => a + b", Parameters::Count(2));
        check("\n  function (a, b,) { return f(a, b) }", Parameters::Count(2));
        check("function add(a) {}", Parameters::Count(1));
        check("async function* $_() {}", Parameters::Count(0));
        check("async (a) => await a", Parameters::Count(1));
        check("async a=>a", Parameters::Count(1));
        check("() => 1", Parameters::Count(0));
        check("asynchronous => 1", Parameters::Count(1));
    }

    #[test]
    fn what_is_no_plain_name_is_not_counted() {
        for source in [
            "({a, b}) => a",
            "(a, ...rest) => a",
            "(a = f(1), b) => a",
            "(a /* first */) => a",
            "(() => { return (a) => a })()",
            "make('sum')",
            "// a comment\n(a) => a",
        ] {
            check(source, Parameters::Unknown);
        }
    }

    #[test]
    fn a_text_without_a_function_is_found() {
        for source in ["", "return a", "a + b", "alert"] {
            check(source, Parameters::None);
        }
    }
}

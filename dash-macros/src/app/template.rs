//! The path of a page, `/report/{year}?{q}&{from}`: its parameters, and what can be wrong with it.
use std::collections::HashSet;

use proc_macro2::Span;
use syn::{Ident, LitStr};

use crate::errors::Errors;

/// Where a page is found.
pub(super) struct PathTemplate {
    pub(super) literal: LitStr,
    /// The parameters that are segments of the path, in order.
    pub(super) path: Vec<Ident>,
    /// The parameters after the `?`, in order.
    pub(super) query: Vec<Ident>,
}

impl PathTemplate {
    /// Reads the text; mistakes are noted.
    pub(super) fn new(literal: LitStr, errors: &mut Errors) -> Self {
        let text = literal.value();
        let (path, query) = text.split_once('?').map_or((&*text, None), |(p, q)| (p, Some(q)));
        let mut mistakes = ends(path);
        let mut names = Names { seen: HashSet::new(), span: literal.span() };
        let path = segments(path).filter_map(|part| segment(part, &mut names, &mut mistakes));
        let path = path.collect();
        let parts = query.into_iter().flat_map(|query| query.split('&'));
        let query = parts.filter_map(|part| in_query(part, &mut names, &mut mistakes)).collect();
        for mistake in mistakes {
            errors.add(&literal, mistake);
        }
        Self { literal, path, query }
    }

    /// The parameters of the path, then those of the query.
    pub(super) fn names(&self) -> impl Iterator<Item = &Ident> {
        self.path.iter().chain(&self.query)
    }

    /// The path with all parameters alike: two pages must not have the same one.
    pub(super) fn shape(&self) -> String {
        let text = self.literal.value();
        let path = text.split('?').next().unwrap_or_default();
        let alike =
            |segment: &str| if segment.starts_with('{') { "{}" } else { segment }.to_owned();
        path.split('/').map(alike).collect::<Vec<_>>().join("/")
    }
}

/// The parameters so far; each has the place of the whole text, as no smaller one is known.
struct Names {
    seen: HashSet<String>,
    span: Span,
}

impl Names {
    fn add(&mut self, name: &str, mistakes: &mut Vec<String>) -> Option<Ident> {
        if name.is_empty() {
            mistakes.push("a parameter has no name\n\nhelp: write `{name}`".to_owned());
            return None;
        }
        let Ok(mut ident) = syn::parse_str::<Ident>(name) else {
            mistakes.push(format!("`{name}` is no name for a parameter\n\nhelp: write a name as a variable has one: letters, digits and `_`"));
            return None;
        };
        if !self.seen.insert(name.to_owned()) {
            mistakes.push(format!(
                "the parameter `{name}` is there twice\n\nhelp: rename one of the two"
            ));
            return None;
        }
        ident.set_span(self.span);
        Some(ident)
    }
}

/// What is wrong with the start and the end of a path.
fn ends(path: &str) -> Vec<String> {
    let mut mistakes = Vec::new();
    if !path.starts_with('/') {
        mistakes.push(format!("the path of a page starts with `/`\n\nhelp: write `\"/{path}\"`"));
    }
    let trimmed = path.trim_end_matches('/');
    if path.len() > 1 && trimmed.len() < path.len() {
        let trimmed = if trimmed.is_empty() { "/" } else { trimmed };
        mistakes.push(format!(
            "the path of a page has no `/` at its end\n\nhelp: write `\"{trimmed}\"`, which is found with a `/` as well"
        ));
    }
    mistakes
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.trim_start_matches('/').trim_end_matches('/').split('/').filter(|_| path.len() > 1)
}

/// A segment of the path; its name, if it is a parameter.
fn segment(part: &str, names: &mut Names, mistakes: &mut Vec<String>) -> Option<Ident> {
    if part.is_empty() {
        mistakes.push("a segment of this path is empty\n\nhelp: write a single `/`".to_owned());
    }
    if let Some(name) = parameter(part) {
        return names.add(name, mistakes);
    }
    if let Some(mistake) = brace(part) {
        mistakes.push(mistake);
    } else if part.contains(['{', '}']) {
        mistakes.push(format!(
            "`{part}` is only in part a parameter\n\nhelp: a parameter is all that stands between two `/`: `/{{name}}`"
        ));
    } else if part.contains('#') {
        mistakes.push(format!("`{part}` has a `#`, and the browser keeps what follows it to itself\n\nhelp: take a parameter after `?`"));
    }
    None
}

/// A part of the query, which is a parameter.
fn in_query(part: &str, names: &mut Names, mistakes: &mut Vec<String>) -> Option<Ident> {
    if let Some(name) = parameter(part) {
        return names.add(name, mistakes);
    }
    mistakes.push(if let Some(mistake) = brace(part) {
        mistake
    } else if part.contains('/') {
        let help = "help: the path comes first: `/path?{name}`";
        format!("`{part}` stands after the `?`\n\n{help}")
    } else {
        let name = part.split(['=', '{']).next().filter(|name| !name.is_empty());
        let help = "help: after the `?` are parameters, with `&` between them";
        let what = if part.is_empty() { "what follows `?` or `&`" } else { &format!("`{part}`") };
        format!("{what} is no parameter\n\n{help}: `?{{{}}}`", name.unwrap_or("name"))
    });
    None
}

/// The name in `{name}`.
fn parameter(part: &str) -> Option<&str> {
    let name = part.strip_prefix('{')?.strip_suffix('}')?;
    (!name.contains(['{', '}'])).then_some(name)
}

/// A brace without its partner.
fn brace(part: &str) -> Option<String> {
    let count = |brace| part.matches(brace).count();
    let (is, wanted) = match count('{').cmp(&count('}')) {
        std::cmp::Ordering::Greater => ("{", "}"),
        std::cmp::Ordering::Less => ("}", "{"),
        std::cmp::Ordering::Equal => return None,
    };
    Some(format!("`{part}` has a `{is}` without its `{wanted}`\n\nhelp: a parameter is `{{name}}`"))
}

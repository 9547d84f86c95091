//! Rules that concern more than one piece of a view: ids, parameters, repeated attributes.
use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Ident, Type};

use super::ast::{Attribute, Element, Head, Node, branches};
use crate::errors::Errors;

/// Notes every rule that is broken.
pub(super) fn check(head: Option<&Head>, nodes: &[Node], errors: &mut Errors) {
    if let Some(head) = head {
        parameters(head, errors);
    }
    each_element(nodes, &mut |element| repeated(element, errors));
    let mut ids = Vec::new();
    declared(nodes, false, &mut ids, errors);
    match head {
        Some(_) => names(&ids, errors),
        None => none(&ids, errors),
    }
}

/// The ids that the nodes declare, in order; the later of two equal ones is left out.
pub(super) fn ids<'a>(nodes: &'a [Node], found: &mut Vec<(&'a Element, &'a Ident)>) {
    each_element(nodes, &mut |element| {
        let new = element.id().filter(|id| !found.iter().any(|(_, seen)| seen == id));
        found.extend(new.map(|id| (element, id)));
    });
}

fn each_element<'a>(nodes: &'a [Node], visit: &mut impl FnMut(&'a Element)) {
    for node in nodes {
        if let Node::Element(element) = node {
            visit(element);
        }
        for branch in branches(node) {
            each_element(branch, visit);
        }
    }
}

fn parameters(head: &Head, errors: &mut Errors) {
    for (at, parameter) in head.parameters.iter().enumerate() {
        let name = &parameter.name;
        if name == "build" {
            errors.add(
                name,
                "a parameter of a view cannot be called `build`\n\nhelp: choose another name",
            );
        }
        if head.parameters[..at].iter().any(|earlier| earlier.name == *name) {
            errors.add(
                name,
                format!("the parameter `{name}` is declared twice\n\nhelp: choose another name"),
            );
        }
        if matches!(parameter.ty, Type::ImplTrait(_)) {
            errors.add(&parameter.ty, "a parameter of a view needs a type of its own\n\nhelp: write a type such as `Vec<T>` instead of `impl`");
        }
    }
}

/// No prop is given twice.
fn repeated(element: &Element, errors: &mut Errors) {
    let names: Vec<(String, Span)> = element.attributes.iter().map(Attribute::name).collect();
    for (at, (name, span)) in names.iter().enumerate() {
        if names[..at].iter().any(|(earlier, _)| earlier == name) {
            errors.add_at(*span, format!("`{name}` is given twice\n\nhelp: remove one of the two"));
        }
    }
}

/// Collects the ids, and refuses those in a loop.
fn declared<'a>(nodes: &'a [Node], in_loop: bool, ids: &mut Vec<&'a Ident>, errors: &mut Errors) {
    for node in nodes {
        if let Node::Element(element) = node
            && let Some(id) = element.id()
        {
            ids.push(id);
            if in_loop {
                errors.add(id, format!("the id `{id}` would stand in the page once for each turn of the `for`\n\nhelp: write `id={{..}}` with a text of its own for each turn"));
            }
        }
        let in_loop = in_loop || matches!(node, Node::For(_));
        for branch in branches(node) {
            declared(branch, in_loop, ids, errors);
        }
    }
}

/// An id is the name of a constant: it is free, and used once.
fn names(ids: &[&Ident], errors: &mut Errors) {
    for (at, id) in ids.iter().enumerate() {
        let name = id.unraw().to_string();
        let is_keyword = syn::parse_str::<Ident>(&name).is_err();
        if name == "new" || name.starts_with('_') || is_keyword {
            let why = if is_keyword { "a word of Rust" } else { "reserved" };
            errors.add(
                id,
                format!(
                    "`{name}` cannot be an id: it is {why}\n\nhelp: write `id={}_{}`",
                    "my",
                    name.trim_start_matches('_')
                ),
            );
        }
        if let Some(first) = ids[..at].iter().find(|first| first == &id) {
            let start = first.span().start();
            errors.add(id, format!(
                "the id `{name}` is already used in this view\n\nnote: first used at line {}, column {}\nhelp: rename one of the two",
                start.line, start.column + 1,
            ));
        }
    }
}

/// Markup without a name declares nothing.
fn none(ids: &[&Ident], errors: &mut Errors) {
    for id in ids {
        errors.add(id, format!("a view without a name cannot declare the id `{id}`\n\nhelp: declare it in a `view! {{ Name => … }}`, or write `id={{\"{id}\"}}` for an id that no callback uses"));
    }
}

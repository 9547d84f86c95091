//! Rules that concern more than one piece of a view: ids, parameters, repeated attributes.
use std::collections::{HashMap, HashSet};

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{ExprStruct, Ident};

use super::ast::{Attribute, Element, Head, Node, branches};
use crate::errors::Errors;
use crate::words::compact;

/// Notes every rule that is broken.
pub(super) fn check(head: Option<&Head>, nodes: &[Node], errors: &mut Errors) {
    each_element(nodes, &mut |element| repeated(element, errors));
    let mut ids = Vec::new();
    declared(nodes, false, &mut ids, errors);
    match head {
        Some(_) => names(&ids, errors),
        None => none(&ids, errors),
    }
    family_literals(nodes, &ids, errors);
}

/// A family of ids, and the first element that has one of them.
pub(super) struct Family<'a> {
    pub(super) element: &'a Element,
    pub(super) literal: &'a ExprStruct,
    pub(super) name: &'a Ident,
}

/// The families that the nodes declare, each once.
pub(super) fn families<'a>(nodes: &'a [Node], found: &mut Vec<Family<'a>>) {
    each_element(nodes, &mut |element| {
        let Some((literal, name)) = element.family() else { return };
        if !found.iter().any(|family| family.name == name) {
            found.push(Family { element, literal, name });
        }
    });
}

/// The components of a family have one type; a family and an id are not called the same.
fn family_literals(nodes: &[Node], ids: &[&Ident], errors: &mut Errors) {
    let mut known = Vec::new();
    families(nodes, &mut known);
    each_element(nodes, &mut |element| {
        let Some((literal, name)) = element.family() else { return };
        if let Some(rest) = &literal.dot2_token {
            errors.add(rest, "an id names all its fields\n\nhelp: write each field with its value");
        }
        if ids.contains(&name) {
            errors.add(
                name,
                format!(
                    "the id `{name}` is already used in this view\n\nhelp: rename one of the two"
                ),
            );
        }
        let Some(first) = known.iter().find(|family| family.name == name) else { return };
        let (own, others) = (compact(&element.tag), compact(&first.element.tag));
        if own != others {
            errors.add(name, format!("the ids `{name} {{ .. }}` are those of `<{others}>`: `<{own}>` needs a family of its own\n\nhelp: derive `DashId` for another struct"));
        }
    });
}

/// The ids that the nodes declare, in order; one that cannot be, or is there already, is left out.
pub(super) fn ids(nodes: &[Node]) -> Vec<(&Element, &Ident)> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    each_element(nodes, &mut |element| {
        let new = element.id().filter(|id| reserved(id).is_none() && seen.insert(id.to_string()));
        found.extend(new.map(|id| (element, id)));
    });
    found
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
                errors.add(id, format!("the id `{id}` would stand in the page once for each turn of the `for`\n\nhelp: derive `DashId` for a struct, and write `id=Name {{ index: .. }}`"));
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
    let mut seen = HashMap::new();
    for id in ids {
        let name = id.unraw();
        if let Some(why) = reserved(id) {
            errors.add(id, format!("`{name}` cannot be an id: {why}\n\nhelp: choose another name"));
        }
        let at = id.span().start();
        let first = *seen.entry(name.to_string()).or_insert(at);
        if first != at {
            let note = format!("first used at line {}, column {}", first.line, first.column + 1);
            let text = format!("the id `{name}` is already used in this view");
            errors.add(id, format!("{text}\n\nnote: {note}\nhelp: rename one of the two"));
        }
    }
}

/// Why an id cannot be the name of a constant of the view.
fn reserved(id: &Ident) -> Option<&'static str> {
    let name = id.unraw().to_string();
    if syn::parse_str::<Ident>(&name).is_err() {
        return Some("it is a word of Rust");
    }
    match name.as_str() {
        "new" => Some("`new` builds the view"),
        name if name.starts_with('_') => Some("names with `_` in front are reserved"),
        _ => None,
    }
}

/// Markup without a name declares nothing.
fn none(ids: &[&Ident], errors: &mut Errors) {
    for id in ids {
        errors.add(id, format!("a view without a name cannot declare the id `{id}`\n\nhelp: declare it in a `view! {{ Name => … }}`, or write `id={{\"{id}\"}}` for an id that no callback uses"));
    }
}

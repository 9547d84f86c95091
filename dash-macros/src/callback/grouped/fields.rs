//! The fields of such a struct, and the prop that each is wired to.
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Data, DeriveInput, Expr, Field, Fields, Ident, Meta, Type};

use super::Kind;
use crate::callback::entry::modified;
use crate::callback::wildcards;
use crate::callback::wire::{Unfinished, Wire};
use crate::errors::Errors;
use crate::words::{as_written, split_at_commas};

/// A field and its wire.
pub(super) struct Wired<'a> {
    pub(super) name: &'a Ident,
    pub(super) ty: &'a Type,
    /// `input`, `state` or `output`
    pub(super) clause: &'static str,
    pub(super) wire: Wire,
}

/// What was read.
#[derive(Default)]
pub(super) struct Read<'a> {
    pub(super) wired: Vec<Wired<'a>>,
    /// Wires that are not finished, for the editor.
    pub(super) unfinished: Vec<Expr>,
}

/// Reads the fields; mistakes are noted, and the rest is read on.
pub(super) fn read<'a>(kind: Kind, input: &'a DeriveInput, errors: &mut Errors) -> Read<'a> {
    if !input.generics.params.is_empty() {
        let text =
            "the wires of a struct cannot be generic\n\nhelp: write the types that the props have";
        errors.add(&input.generics, text);
    }
    let mut read = Read::default();
    for field in named(kind, input, errors) {
        let Some(name) = &field.ident else { continue };
        let Some((clause, attribute)) = annotation(kind, field, name, errors) else { continue };
        match wire(attribute, clause) {
            Ok(wire) => {
                if clause == "output" {
                    wildcards::output(&wire, errors);
                }
                read.wired.push(Wired { name, ty: &field.ty, clause, wire });
            }
            Err((error, unfinished)) => {
                errors.push(error);
                read.unfinished.extend(unfinished.map(|expression| *expression));
            }
        }
    }
    read
}

/// What stands in the attributes of the fields, with commas between.
pub(super) fn attributes(input: &DeriveInput) -> TokenStream {
    let Data::Struct(data) = &input.data else { return TokenStream::new() };
    let attributes = data.fields.iter().flat_map(|field| &field.attrs);
    let lists = attributes.filter_map(|attribute| attribute.meta.require_list().ok());
    let lists = lists.map(|list| &list.tokens);
    quote!(#(#lists),*)
}

/// The fields, if they have names.
fn named<'a>(
    kind: Kind,
    input: &'a DeriveInput,
    errors: &mut Errors,
) -> impl Iterator<Item = &'a Field> + use<'a> {
    let fields = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) if !fields.named.is_empty() => Some(&fields.named),
            _ => None,
        },
        _ => None,
    };
    if fields.is_none() {
        let (name, clause) = (&input.ident, kind.clauses()[0]);
        errors.add(name, format!("`{name}` is not a struct with named fields\n\nhelp: write `struct {name} {{ #[{clause}(View::id.prop)] field: Type }}`"));
    }
    fields.into_iter().flatten()
}

/// The attribute that wires the field.
fn annotation<'a>(
    kind: Kind,
    field: &'a Field,
    name: &Ident,
    errors: &mut Errors,
) -> Option<(&'static str, &'a Attribute)> {
    let mut found = None;
    for attribute in &field.attrs {
        let Some(word) =
            ["input", "state", "output"].into_iter().find(|w| attribute.path().is_ident(w))
        else {
            continue;
        };
        if !kind.clauses().contains(&word) {
            errors.add(attribute.path(), foreign(kind, word));
        } else if found.is_some() {
            errors.add(
                attribute.path(),
                format!(
                    "`{name}` is wired twice\n\nhelp: remove one of the two, or make it two fields"
                ),
            );
            continue;
        }
        found = found.or(Some((word, attribute)));
    }
    if found.is_none() {
        let clause = kind.clauses()[0];
        errors.add(
            name,
            format!(
                "`{name}` is wired to nothing\n\nhelp: write `#[{clause}(View::id.prop)]` above it"
            ),
        );
    }
    found
}

fn foreign(kind: Kind, word: &str) -> String {
    let (name, words) = (kind.name(), kind.clauses().join("(..)` or `"));
    format!("`{word}` cannot stand in a struct of `{name}`\n\nhelp: write `{words}(..)`")
}

/// Reads the one wire in the attribute's parentheses.
fn wire(attribute: &Attribute, clause: &str) -> Result<Wire, Unfinished> {
    let Meta::List(list) = &attribute.meta else {
        let text =
            format!("`{clause}` needs parentheses\n\nhelp: write `#[{clause}(View::id.prop)]`");
        return Err((syn::Error::new_spanned(&attribute.meta, text), None));
    };
    let mut pieces = split_at_commas(list.tokens.clone()).into_iter();
    let first = pieces.next().unwrap_or_default();
    if let Some(second) = pieces.next() {
        let written = as_written(&second);
        let text = format!(
            "a field is wired to one prop\n\nhelp: make this a field of its own: `#[{clause}({written})]`"
        );
        return Err((syn::Error::new_spanned(second, text), None));
    }
    if first.is_empty() {
        let text =
            format!("expected a prop of a component\n\nhelp: write `{clause}(View::id.prop)`");
        return Err((syn::Error::new_spanned(attribute.path(), text), None));
    }
    modified(first, clause)
}

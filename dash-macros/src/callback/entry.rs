//! What stands between the commas of a clause: one wire, or a struct of wires, `..Filters`.
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Path, Token};

use super::wire::{Unfinished, Wire, wire};
use crate::words::compact;

/// What one parameter of the fn is wired to, or one value that it returns.
pub(super) enum Entry {
    /// `Sales::region.value`
    Wire(Box<Wire>),
    /// `..Filters`: a struct that derives `Inputs` or `Outputs`.
    Group(Path),
}

impl Entry {
    /// The wire, if it is one.
    pub(super) fn wire(&self) -> Option<&Wire> {
        match self {
            Self::Wire(wire) => Some(wire),
            Self::Group(_) => None,
        }
    }

    /// The struct, if it is one.
    pub(super) fn group(&self) -> Option<&Path> {
        match self {
            Self::Wire(_) => None,
            Self::Group(path) => Some(path),
        }
    }

    /// What it is called in a message: `region.value`, `..Filters`.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Wire(wire) => format!("{}.{}", wire.id, wire.prop),
            Self::Group(path) => format!("..{}", compact(path)),
        }
    }

    /// The user's tokens.
    pub(super) fn tokens(&self) -> TokenStream {
        match self {
            Self::Wire(wire) => wire.written.clone(),
            Self::Group(path) => path.to_token_stream(),
        }
    }

    /// A use of it, which keeps imports in use and editors at work.
    pub(super) fn mention(&self) -> TokenStream {
        match self {
            Self::Wire(wire) => wire.tokens.clone(),
            Self::Group(path) => quote!(::core::marker::PhantomData::<#path>),
        }
    }
}

/// Reads an entry of the clause.
pub(super) fn entry(tokens: TokenStream, clause: &str) -> Result<Entry, Unfinished> {
    if starts_with_dots(&tokens) {
        return group(tokens, clause).map(Entry::Group).map_err(|error| (error, None));
    }
    modified(tokens, clause).map(|wire| Entry::Wire(Box::new(wire)))
}

fn starts_with_dots(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Punct(dot)) if dot.as_char() == '.')
}

fn group(tokens: TokenStream, clause: &str) -> syn::Result<Path> {
    let parser = |input: ParseStream<'_>| {
        input.parse::<Token![..]>()?;
        input.parse::<Path>()
    };
    let Ok(path) = parser.parse2(tokens.clone()) else {
        let text = format!(
            "expected a struct of wires after `..`\n\nhelp: write `{clause}(..Group)` with a struct that derives `Inputs` or `Outputs`"
        );
        return Err(syn::Error::new_spanned(tokens, text));
    };
    if clause == "state" {
        let name = compact(&path);
        let text = format!(
            "a struct of wires stands in `input(..)`, with its states\n\nhelp: write `input(..{name})`"
        );
        return Err(syn::Error::new_spanned(path, text));
    }
    Ok(path)
}

/// Reads a wire that the clause's own word may stand around.
pub(super) fn modified(tokens: TokenStream, clause: &str) -> Result<Wire, Unfinished> {
    let (modifier, tokens) = unwrapped(tokens);
    let allowed = if clause == "output" { "allow_duplicate" } else { "optional" };
    if let Some(word) = modifier.as_ref().filter(|word| *word != allowed) {
        let text = format!(
            "`{word}` cannot stand around an {clause}\n\nhelp: write `{clause}(View::id.prop)` or `{clause}({allowed}(View::id.prop))`"
        );
        return Err((syn::Error::new_spanned(word, text), None));
    }
    if modifier.is_some() && starts_with_dots(&tokens) {
        let text = format!(
            "`{allowed}` stands around a single prop\n\nhelp: write it in the struct: `#[{clause}({allowed}(View::id.prop))]`"
        );
        return Err((syn::Error::new_spanned(modifier, text), None));
    }
    Ok(Wire { modifier, ..wire(tokens, clause)? })
}

/// Takes `word(..)` from around a wire.
fn unwrapped(tokens: TokenStream) -> (Option<Ident>, TokenStream) {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next(), trees.next()) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group)), None)
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            (Some(word), group.stream())
        }
        _ => (None, tokens),
    }
}

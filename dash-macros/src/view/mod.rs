//! `view!`: parse → check → generate, or the same view without its markup, and what is wrong.
use proc_macro2::TokenStream;

use crate::errors::Errors;

mod ast;
mod attribute;
mod builder;
mod check;
mod control;
mod generate;
mod head;
mod item;
mod parse;
mod piece;
mod tags;
mod value;

/// Expands the call: an item where it has a head, else an expression of type `Node`.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let (head, nodes) = head::parse(input.clone(), &mut errors);
    check::check(head.as_ref(), &nodes, &mut errors);
    match head {
        Some(head) if errors.is_empty() => item::view(&head, &nodes),
        Some(head) => item::fallback(&head, &nodes, errors, &input),
        None if errors.is_empty() => generate::expression(&nodes),
        None => generate::fallback(&nodes, errors, &input),
    }
}

#[cfg(test)]
mod tests;

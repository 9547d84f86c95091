//! Collects the mistakes of one macro call, so that all of them are reported at once.
use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

/// A mistake that all of `tokens` are part of, or one at `otherwise` where there are none.
pub(crate) fn error_at(tokens: &TokenStream, otherwise: Span, text: impl Display) -> syn::Error {
    if tokens.is_empty() {
        return syn::Error::new(otherwise, text);
    }
    syn::Error::new_spanned(tokens, text)
}

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// A mistake that all of `at` is part of; a `note:` or `help:` follows after a blank line.
    pub(crate) fn add(&mut self, at: impl ToTokens, text: impl Display) {
        self.0.push(syn::Error::new_spanned(at, text));
    }

    /// A mistake at a place.
    pub(crate) fn add_at(&mut self, span: Span, text: impl Display) {
        self.0.push(syn::Error::new(span, text));
    }

    /// A word that stands where it has already stood.
    pub(crate) fn add_twice(&mut self, word: &Ident) {
        self.add(word, format!("`{word}` is written twice\n\nhelp: remove one of the two"));
    }

    /// A mistake that syn found.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One `compile_error!` for each mistake, as items.
    pub(crate) fn into_items(self) -> TokenStream {
        self.0.iter().map(syn::Error::to_compile_error).collect()
    }
}

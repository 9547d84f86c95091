//! `word = value`: how the words that take one value are read.
use proc_macro2::{Ident, TokenStream};
use syn::Token;
use syn::parse::{Parse, ParseStream};

use crate::errors::error_at;

/// Reads `= value` behind the word; whatever else stands there is answered with `expected`.
pub(super) fn assigned<T: Parse>(
    word: &Ident,
    input: ParseStream<'_>,
    expected: &str,
) -> syn::Result<T> {
    if !input.peek(Token![=]) {
        let _: TokenStream = input.parse()?;
        return Err(syn::Error::new_spanned(word, expected));
    }
    input.parse::<Token![=]>()?;
    let value: TokenStream = input.fork().parse()?;
    input.parse().map_err(|_| error_at(&value, word.span(), expected))
}

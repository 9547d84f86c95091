//! What the tests look for in an expansion: the mistakes it reports, and whose tokens it holds.
use proc_macro2::{LineColumn, TokenStream, TokenTree};

/// Tokens of a test's text.
pub(crate) fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The first line of each mistake, in order.
pub(crate) fn mistakes(expansion: &TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let mut after_name = false;
    for token in flat(expansion) {
        match token {
            TokenTree::Ident(word) => after_name = word == "compile_error",
            TokenTree::Literal(text) if after_name => {
                let text: syn::LitStr = syn::parse_quote!(#text);
                found.push(text.value().lines().next().unwrap_or_default().to_owned());
                after_name = false;
            }
            _ => {}
        }
    }
    found
}

/// Where the words `word` of an expansion come from.
pub(crate) fn places(expansion: &TokenStream, word: &str) -> Vec<LineColumn> {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == word);
    flat(expansion)
        .iter()
        .filter(|token| is_word(token))
        .map(|token| token.span().start())
        .collect()
}

/// All tokens, without the brackets round them.
fn flat(tokens: &TokenStream) -> Vec<TokenTree> {
    tokens
        .clone()
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) => flat(&group.stream()),
            token => vec![token],
        })
        .collect()
}

//! What an editor completes while a call is half typed: the user's own words, where a value or a type
//! may stand. rustc never sees this: what is wrong with the call is said once, and elsewhere.
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::iter::Peekable;

/// An item for the editor, beside what stands for a wrong call; `more` are statements that say more of
/// some words than that they are there.
pub(crate) fn item(input: &TokenStream, more: &TokenStream) -> TokenStream {
    let mentions = mentions(input);
    quote! {
        #[allow(unexpected_cfgs)]
        const _: () = {
            #[cfg(rust_analyzer)]
            fn editor() {
                #more
                #mentions
            }
        };
    }
}

/// A statement for each path, field and call of the input, however deep in brackets it stands.
pub(crate) fn mentions(input: &TokenStream) -> TokenStream {
    let mut found = Vec::new();
    collect(input.clone(), &mut found);
    quote!(#(let _ = #found;)*)
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

fn collect(input: TokenStream, found: &mut Vec<TokenStream>) {
    let mut tokens = input.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if can_start(&word) => found.push(path(word, &mut tokens)),
            TokenTree::Group(group) => collect(group.stream(), found),
            TokenTree::Punct(quote) if quote.as_char() == '\'' => drop(tokens.next()),
            _ => {}
        }
    }
}

/// `a::b.c`, as far as it is written; of a macro's call also the brackets, whose content is its own.
fn path(first: Ident, tokens: &mut Tokens) -> TokenStream {
    let mut path = first.into_token_stream();
    loop {
        if let Some(brackets) = call(tokens) {
            return quote!(#path!#brackets);
        }
        let Some(next) = step(tokens) else { return path };
        path.extend(next);
    }
}

/// The next `::b` or `.c`; what has no name after it is passed over.
fn step(tokens: &mut Tokens) -> Option<TokenStream> {
    let mut ahead = tokens.clone();
    let mut step = TokenStream::new();
    while let Some(TokenTree::Punct(punct)) = ahead.next_if(is_joint) {
        step.extend([TokenTree::Punct(punct)]);
    }
    let text = step.to_string();
    if text != "::" && text != "." {
        return None;
    }
    let name = ahead.next_if(|token| match token {
        TokenTree::Ident(word) => can_follow(word),
        TokenTree::Literal(field) => text == "." && field.to_string().parse::<u32>().is_ok(),
        _ => false,
    })?;
    step.extend([name]);
    *tokens = ahead;
    Some(step)
}

/// The brackets of `name!(..)`.
fn call(tokens: &mut Tokens) -> Option<Group> {
    let mut ahead = tokens.clone();
    ahead.next_if(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!'))?;
    let Some(TokenTree::Group(group)) = ahead.next() else { return None };
    *tokens = ahead;
    (group.delimiter() != Delimiter::None).then_some(group)
}

fn is_joint(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if [':', '.'].contains(&punct.as_char()))
}

/// Whether a path can start with the word.
fn can_start(word: &Ident) -> bool {
    ["self", "Self", "crate", "super"].iter().any(|known| word == known) || can_follow(word)
}

/// Whether the word is a name, and none of Rust's own words.
fn can_follow(word: &Ident) -> bool {
    word != "_" && syn::parse_str::<Ident>(&word.to_string()).is_ok()
}

#[cfg(test)]
mod tests;

//! The value of an attribute: a literal, a path, an array, a struct literal, or braces round the rest.
use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{Block, Expr, ExprPath, ExprStruct, Ident, Lit, Token, token};

use crate::errors::Errors;
use crate::words::as_written;

/// Reads the value of the attribute `key`; after a mistake, what it gives is not used.
pub(super) fn read(
    input: ParseStream<'_>,
    key: &TokenStream,
    errors: &mut Errors,
) -> syn::Result<TokenStream> {
    if is_missing(input) {
        let name = as_written(key);
        let help = format!("write `{name}={{..}}`, or `{name}` alone for `true`");
        errors.add(key, format!("`{name}=` lacks its value\n\nhelp: {help}"));
        return Ok(TokenStream::new());
    }
    if input.peek(token::Brace) {
        return Ok(expression(&input.parse()?, errors));
    }
    let ahead = input.fork();
    if let Ok(value) = bare(&ahead) {
        comma(&ahead, errors)?;
        if is_end(&ahead) {
            input.advance_to(&ahead);
            return Ok(value);
        }
    }
    unbraced(input, key, errors)
}

/// Passes over a comma between attributes.
fn comma(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if let Some(comma) = input.parse::<Option<Token![,]>>()? {
        errors.add(comma, "no comma stands between attributes\n\nhelp: remove it");
    }
    Ok(())
}

/// What may stand without braces.
fn bare(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    if input.peek(Lit) || input.peek(Token![-]) {
        let minus: Option<Token![-]> = input.parse()?;
        let literal: Lit = input.parse()?;
        return Ok([minus.into_token_stream(), literal.into_token_stream()].into_iter().collect());
    }
    if input.peek(token::Bracket) {
        let group: Group = input.parse()?;
        return syn::parse2::<Expr>(group.into_token_stream()).map(Expr::into_token_stream);
    }
    let ahead = input.fork();
    if let Ok(literal) = ahead.parse::<ExprStruct>() {
        input.advance_to(&ahead);
        return Ok(literal.into_token_stream());
    }
    input.parse::<ExprPath>().map(ExprPath::into_token_stream)
}

/// Whether the tag ends or the next attribute starts where a value should.
fn is_missing(input: ParseStream<'_>) -> bool {
    let is_attribute = input.peek(Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
    is_attribute || is_end(input) && !input.peek(Ident::peek_any)
}

/// Whether a value can end here: at the end of the tag, or before the next attribute.
pub(super) fn is_end(input: ParseStream<'_>) -> bool {
    if input.peek(Token![as]) || input.peek(Token![else]) {
        return false;
    }
    input.is_empty()
        || input.peek(Token![>])
        || input.peek(Token![<])
        || input.peek(Token![/]) && input.peek2(Token![>])
        || input.peek(Ident::peek_any)
}

/// Passes over an expression that needs braces: up to the end of the tag, or the next attribute.
fn unbraced(
    input: ParseStream<'_>,
    key: &TokenStream,
    errors: &mut Errors,
) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    let mut may_end = false;
    while !(input.is_empty() || may_end && is_end(input)) {
        let token: TokenTree = input.parse()?;
        may_end = !goes_on(&token);
        tokens.extend([token]);
    }
    let help = format!("write `{}={{{}}}`", as_written(key), as_written(&tokens));
    errors.add(&tokens, format!("this value needs braces\n\nhelp: {help}"));
    Ok(tokens)
}

/// Whether an expression cannot end with the token.
fn goes_on(token: &TokenTree) -> bool {
    let words = ["if", "else", "match", "move", "as", "mut", "async", "unsafe"];
    match token {
        TokenTree::Punct(_) => true,
        TokenTree::Ident(word) => words.iter().any(|known| word == known),
        _ => false,
    }
}

/// The expression in braces, without them; a block with statements keeps them.
pub(super) fn expression(braces: &Group, errors: &mut Errors) -> TokenStream {
    let content = braces.stream();
    if content.is_empty() {
        errors.add(braces, "these braces are empty\n\nhelp: write an expression, or remove them");
        return content;
    }
    if syn::parse2::<Expr>(content.clone()).is_ok() {
        return content;
    }
    if let Err(error) = syn::parse2::<Block>(braces.to_token_stream()) {
        errors.add_at(place(&error, braces), format!("this is not an expression: {error}"));
    }
    braces.to_token_stream()
}

/// Where the mistake is; what ends too early is marked at its last token, not at the brace after it.
fn place(error: &syn::Error, braces: &Group) -> Span {
    let is_end = error.span().start() == braces.span_close().start();
    let last = braces.stream().into_iter().last().filter(|_| is_end);
    last.map_or(error.span(), |token| token.span())
}

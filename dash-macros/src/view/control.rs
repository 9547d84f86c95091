//! Braces among children: an expression, or `for`, `if` and `match` whose braces hold markup.
use proc_macro2::{Group, TokenStream, TokenTree};
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Pat, Token, braced, token};

use super::ast::{Arm, For, If, Match, Node};
use super::parse::{block, node, starts_markup};
use super::value;
use crate::errors::{Errors, error_at};
use crate::words::as_written;

/// Reads `{…}`; `None` after a mistake.
pub(super) fn braces(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Node>> {
    let braces: Group = input.parse()?;
    let parser = |content: ParseStream<'_>| {
        if is_next(content) {
            let node = control(content, errors)?;
            rest(content, errors)?;
            return Ok(Some(node));
        }
        content.parse::<TokenStream>()?;
        Ok(None)
    };
    match parser.parse2(braces.stream()) {
        Ok(Some(node)) => Ok(Some(node)),
        Ok(None) => Ok(value(&braces, errors)),
        Err(error) => {
            errors.push(error);
            Ok(None)
        }
    }
}

fn value(braces: &Group, errors: &mut Errors) -> Option<Node> {
    let before = errors.count();
    let value = value::expression(braces, errors);
    (errors.count() == before).then_some(Node::Value(value))
}

/// Whether `for`, `if` or `match` comes next.
pub(super) fn is_next(input: ParseStream<'_>) -> bool {
    input.peek(Token![for]) || input.peek(Token![if]) || input.peek(Token![match])
}

/// Reads a `for`, `if` or `match` that stands outside of braces.
pub(super) fn unbraced(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Node>> {
    let keyword: TokenTree = input.fork().parse()?;
    let help = format!("write `{{{keyword} … {{ … }}}}`");
    errors.add(&keyword, format!("`{keyword}` stands in braces\n\nhelp: {help}"));
    let ahead = input.fork();
    let node = control(&ahead, &mut Errors::default());
    if node.is_ok() {
        input.advance_to(&ahead);
    } else {
        input.parse::<TokenTree>()?;
    }
    Ok(node.ok())
}

fn control(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Node> {
    Ok(if input.peek(Token![for]) {
        Node::For(Box::new(for_loop(input, errors)?))
    } else if input.peek(Token![if]) {
        Node::If(Box::new(condition(input, errors)?))
    } else {
        Node::Match(Box::new(selection(input, errors)?))
    })
}

/// What follows a `for`, `if` or `match` inside its braces.
fn rest(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    let rest: TokenStream = input.parse()?;
    errors.add(rest, "expected `}`\n\nhelp: give what follows braces of its own");
    Ok(())
}

fn for_loop(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<For> {
    input.parse::<Token![for]>()?;
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    input.parse::<Token![in]>()?;
    let iterable = Expr::parse_without_eager_brace(input)?;
    Ok(For { pattern, iterable, body: body(input, errors)? })
}

fn condition(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<If> {
    input.parse::<Token![if]>()?;
    let condition = Expr::parse_without_eager_brace(input)?;
    let then = body(input, errors)?;
    let otherwise = match input.parse::<Option<Token![else]>>()? {
        None => Vec::new(),
        Some(_) if input.peek(Token![if]) => {
            vec![Node::If(Box::new(self::condition(input, errors)?))]
        }
        Some(_) => body(input, errors)?,
    };
    Ok(If { condition, then, otherwise })
}

fn selection(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Match> {
    input.parse::<Token![match]>()?;
    let scrutinee = Expr::parse_without_eager_brace(input)?;
    let content;
    braced!(content in input);
    let mut arms = Vec::new();
    while !content.is_empty() {
        arms.push(arm(&content, errors)?);
    }
    Ok(Match { scrutinee, arms })
}

fn arm(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Arm> {
    let pattern = Pat::parse_multi_with_leading_vert(input)?;
    let guard = match input.parse::<Option<Token![if]>>()? {
        Some(_) => Some(input.parse()?),
        None => None,
    };
    input.parse::<Token![=>]>()?;
    let body = if input.peek(token::Brace) { body(input, errors)? } else { one(input, errors)? };
    input.parse::<Option<Token![,]>>()?;
    Ok(Arm { pattern, guard, body })
}

/// Markup in braces.
fn body(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Node>> {
    if !input.peek(token::Brace) {
        let text = "expected markup in braces\n\nhelp: write `{ … }`";
        return Err(syn::Error::new(input.span(), text));
    }
    let content;
    braced!(content in input);
    block(&content, errors)
}

/// The one node after `=>`.
fn one(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Node>> {
    if starts_markup(input) {
        return Ok(node(input, &mut Vec::new(), errors)?.into_iter().collect());
    }
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    let text = format!(
        "expected markup after `=>`\n\nhelp: write `{{{{{}}}}}` for a value",
        as_written(&tokens)
    );
    errors.push(error_at(&tokens, input.span(), text));
    Ok(Vec::new())
}

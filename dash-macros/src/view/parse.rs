//! Markup: tags, fragments, text and braces; reads on after a mistake.
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token, token};

use super::ast::{Element, Node, Tag};
use super::{attribute, control};
use crate::errors::Errors;
use crate::words::{as_written, compact};

/// The tags that are open, by their names; the innermost is the last.
pub(super) type Open = Vec<OpenTag>;

/// `<Tag`, or `<` of a fragment, whose name is empty.
pub(super) struct OpenTag {
    name: String,
    tokens: TokenStream,
}

impl OpenTag {
    /// Where it starts, as editors count.
    fn place(&self) -> String {
        let start = self.tokens.clone().into_iter().next().map(|token| token.span().start());
        start.map_or(String::new(), |at| format!("line {}, column {}", at.line, at.column + 1))
    }
}

/// Reads nodes up to a closing tag or the end.
pub(super) fn children(
    input: ParseStream<'_>,
    open: &mut Open,
    errors: &mut Errors,
) -> syn::Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !input.is_empty() && !is_close(input) {
        nodes.extend(node(input, open, errors)?);
    }
    Ok(nodes)
}

/// Reads what braces hold: markup to the end, where every tag closes inside.
pub(super) fn block(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Node>> {
    let mut nodes = Vec::new();
    while !input.is_empty() {
        nodes.extend(node(input, &mut Open::new(), errors)?);
    }
    Ok(nodes)
}

/// Reads one node; `None` after a mistake.
pub(super) fn node(
    input: ParseStream<'_>,
    open: &mut Open,
    errors: &mut Errors,
) -> syn::Result<Option<Node>> {
    if is_close(input) {
        let (name, tokens) = close_tag(input)?;
        errors.add(tokens, format!("`</{name}>` closes nothing\n\nhelp: remove it"));
        return Ok(None);
    }
    if input.peek(Token![<]) && input.peek2(Token![!]) {
        comment(input, errors)?;
        return Ok(None);
    }
    if input.peek(Token![<]) {
        return element(input, open, errors);
    }
    if input.peek(token::Brace) {
        return control::braces(input, errors);
    }
    if input.peek(LitStr) {
        return input.parse().map(|text| Some(Node::Text(text)));
    }
    if control::is_next(input) {
        return control::unbraced(input, errors);
    }
    unquoted(input, errors)?;
    Ok(None)
}

/// Reads a tag with its children, or a fragment.
fn element(
    input: ParseStream<'_>,
    open: &mut Open,
    errors: &mut Errors,
) -> syn::Result<Option<Node>> {
    let bracket: Token![<] = input.parse()?;
    if input.parse::<Option<Token![>]>>()?.is_some() {
        open.push(OpenTag { name: String::new(), tokens: bracket.into_token_stream() });
        let nodes = children(input, open, errors)?;
        close(input, open, errors)?;
        return Ok(Some(Node::Fragment(nodes)));
    }
    let Ok(tag) = tag(input) else {
        let text = "expected the name of a component after `<`\n\nhelp: write `<Div>`; text stands in quotes";
        errors.add(bracket, text);
        unquoted(input, &mut Errors::default())?;
        return Ok(None);
    };
    let mut tokens = bracket.into_token_stream();
    tag.path.to_tokens(&mut tokens);
    open.push(OpenTag { name: compact(&tag.path), tokens });
    let (attributes, is_closed) = attribute::attributes(input, &tag.path, errors)?;
    let first_child = input.span();
    let mut nodes = Vec::new();
    if is_closed {
        open.pop();
    } else {
        nodes = children(input, open, errors)?;
        close(input, open, errors)?;
    }
    let element = Element { tag, bracket: bracket.span, attributes, children: nodes, first_child };
    Ok(Some(Node::Element(Box::new(element))))
}

fn tag(input: ParseStream<'_>) -> syn::Result<Tag> {
    let path = Path::parse_mod_style(input)?;
    let generics = if input.peek(Token![<]) { Some(input.parse()?) } else { None };
    Ok(Tag { path, generics })
}

fn is_close(input: ParseStream<'_>) -> bool {
    input.peek(Token![<]) && input.peek2(Token![/])
}

/// Reads the closing tag of the innermost open tag; a closing tag that belongs to another is left.
fn close(input: ParseStream<'_>, open: &mut Open, errors: &mut Errors) -> syn::Result<()> {
    let Some(tag) = open.pop() else { return Ok(()) };
    let name = &tag.name;
    if input.is_empty() {
        let or = if name.is_empty() { String::new() } else { format!(", or write `<{name}/>`") };
        errors.add(&tag.tokens, format!("`<{name}>` is never closed\n\nhelp: add `</{name}>`{or}"));
        return Ok(());
    }
    let (found, tokens) = close_tag(&input.fork())?;
    let is_of_parent = open.iter().any(|tag| tag.name == found);
    if found == *name || !is_of_parent {
        close_tag(input)?;
    }
    if found != *name {
        let place = tag.place();
        let help = if is_of_parent {
            format!("add `</{name}>` before it")
        } else {
            format!("write `</{name}>`")
        };
        errors.add(tokens, format!("`</{found}>` does not close `<{name}>`\n\nnote: `<{name}>` was opened at {place}\nhelp: {help}"));
    }
    Ok(())
}

/// Reads `</Tag>`: its name and all its tokens.
fn close_tag(input: ParseStream<'_>) -> syn::Result<(String, TokenStream)> {
    let mut tokens = input.parse::<Token![<]>()?.into_token_stream();
    input.parse::<Token![/]>()?.to_tokens(&mut tokens);
    let mut name = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![>]) && !input.peek(Token![<]) {
        name.extend([input.parse::<TokenTree>()?]);
    }
    tokens.extend(name.clone());
    if let Some(bracket) = input.parse::<Option<Token![>]>>()? {
        bracket.to_tokens(&mut tokens);
    }
    Ok((compact(&name), tokens))
}

/// Passes over `<!-- … -->` or `<!doctype …>`.
fn comment(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![>]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    if let Some(bracket) = input.parse::<Option<Token![>]>>()? {
        bracket.to_tokens(&mut tokens);
    }
    errors.add(tokens, "HTML comments and declarations have no place in a view\n\nhelp: write a Rust comment: `// …`");
    Ok(())
}

/// Passes over tokens that are not markup, up to the next markup.
fn unquoted(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !starts_markup(input) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    let text = as_written(&tokens);
    if text.starts_with("let ") {
        errors.add(tokens, "a statement has no place among markup\n\nhelp: write `{ let …; value }` where a value can stand");
        return Ok(());
    }
    let help = match syn::parse2::<Ident>(tokens.clone()) {
        Ok(word) => format!("write `\"{word}\"` for text, or `{{{word}}}` for a value"),
        Err(_) => format!("write `\"{text}\"` for text, or `{{…}}` for a value"),
    };
    errors.add(tokens, format!("text stands in quotes\n\nhelp: {help}"));
    Ok(())
}

/// Whether a tag, text or braces come next.
pub(super) fn starts_markup(input: ParseStream<'_>) -> bool {
    input.peek(Token![<]) || input.peek(LitStr) || input.peek(token::Brace)
}

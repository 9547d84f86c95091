//! The attributes of a tag: props, `data-*` and `aria-*`, and the id.
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseBuffer, ParseStream};
use syn::{ExprStruct, Ident, Lit, LitStr, Path, Token, token};

use super::ast::Attribute;
use super::value;
use crate::errors::Errors;
use crate::words::compact;

/// Reads attributes up to the end of the tag, and whether the tag is closed there with `/>`.
pub(super) fn attributes(
    input: ParseStream<'_>,
    tag: &Path,
    errors: &mut Errors,
) -> syn::Result<(Vec<Attribute>, bool)> {
    let mut attributes = Vec::new();
    loop {
        if input.peek(Token![/]) && input.peek2(Token![>]) {
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok((attributes, true));
        }
        if input.parse::<Option<Token![>]>>()?.is_some() {
            return Ok((attributes, false));
        }
        if input.is_empty() || input.peek(Token![<]) {
            let name = compact(tag);
            errors.add(
                tag,
                format!(
                    "the tag `<{name}` does not end\n\nhelp: add `>`, or `/>` if it has no children"
                ),
            );
            return Ok((attributes, input.is_empty()));
        }
        attributes.extend(attribute(input, errors)?);
    }
}

/// Reads one attribute; `None` after a mistake.
fn attribute(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<Attribute>> {
    if !input.peek(Ident::peek_any) {
        let token: TokenTree = input.parse()?;
        errors.add(&token, stray(&token));
        return Ok(None);
    }
    let name = Name::read(input)?;
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Ok(name.attribute(None, errors));
    }
    if name.text == "id" {
        return id(input, name, errors);
    }
    let before = errors.count();
    let value = value::read(input, &name.tokens, errors)?;
    Ok(if errors.count() == before { name.attribute(Some(value), errors) } else { None })
}

/// What to do about a token that starts no attribute.
fn stray(token: &TokenTree) -> String {
    let help = match token {
        TokenTree::Punct(punct) if punct.as_char() == ',' => "remove it: spaces part attributes",
        TokenTree::Group(_) => "write `prop={value}`; children stand after the `>`",
        _ => "write `prop=value`",
    };
    format!("expected an attribute\n\nhelp: {help}")
}

/// The name of an attribute: words with dashes or colons between them.
struct Name {
    first: Ident,
    text: String,
    tokens: TokenStream,
}

impl Name {
    fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        let first = input.call(Ident::parse_any)?;
        let mut tokens = first.to_token_stream();
        while input.peek(Token![-]) || input.peek(Token![:]) {
            tokens.extend([input.parse::<TokenTree>()?]);
            if input.peek(Ident::peek_any) || input.peek(Lit) {
                tokens.extend([input.parse::<TokenTree>()?]);
            }
        }
        Ok(Self { text: compact(&tokens), first, tokens })
    }

    fn attribute(self, value: Option<TokenStream>, errors: &mut Errors) -> Option<Attribute> {
        if self.text.starts_with("data-") || self.text.starts_with("aria-") {
            let name = LitStr::new(&self.text, self.first.span());
            return Some(Attribute::Dashed { name, value });
        }
        if self.text.contains(['-', ':']) {
            let help = format!("write `{}`", self.text.replace(['-', ':'], "_"));
            errors.add(
                &self.tokens,
                format!("`{}` is not the name of a prop\n\nhelp: {help}", self.text),
            );
            return None;
        }
        if self.text == "id" {
            errors.add(&self.tokens, "an id needs a name\n\nhelp: write `id=name`");
            return None;
        }
        if ["self", "Self", "super", "crate", "_"].contains(&self.text.as_str()) {
            errors.add(&self.tokens, format!("`{}` is not the name of a prop", self.text));
            return None;
        }
        Some(Attribute::Prop { name: raw(self.first), value })
    }
}

/// Rust's keywords are written plainly: `type` is the setter `r#type`.
fn raw(name: Ident) -> Ident {
    let text = name.to_string();
    if text.starts_with("r#") || syn::parse_str::<Ident>(&text).is_ok() {
        return name;
    }
    Ident::new_raw(&text, name.span())
}

/// Reads `name` or `Family { .. }`, which the view declares, or `{expression}`, which it does not.
fn id(input: ParseStream<'_>, key: Name, errors: &mut Errors) -> syn::Result<Option<Attribute>> {
    if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        errors.add(&text, quoted_id(&text.value()));
        return Ok(None);
    }
    let is_name =
        input.peek(Ident::peek_any) && !input.peek2(Token![::]) && !input.peek2(token::Brace);
    if is_name && value::is_end(&after_one(input)?) {
        let name = input.call(Ident::parse_any)?;
        return Ok(Some(Attribute::Id { key: key.first, name }));
    }
    let before = errors.count();
    let is_braced = input.peek(token::Brace);
    let value = value::read(input, &key.tokens, errors)?;
    if !is_braced && errors.count() == before {
        if let Ok(literal) = syn::parse2::<ExprStruct>(value.clone()) {
            return Ok(Some(Attribute::Family { key: key.first, literal }));
        }
        let help = "write `id=name`, or `id={..}` for an id that no callback uses";
        errors.add(value, format!("an id is a name\n\nhelp: {help}"));
        return Ok(None);
    }
    Ok(Some(Attribute::Prop { name: key.first, value: Some(value) }))
}

/// The input after its next token.
fn after_one(input: ParseStream<'_>) -> syn::Result<ParseBuffer<'_>> {
    let fork = input.fork();
    fork.parse::<TokenTree>()?;
    Ok(fork)
}

fn quoted_id(text: &str) -> String {
    let name = text.replace(|c: char| !c.is_alphanumeric(), "_");
    let name = if syn::parse_str::<Ident>(&name).is_ok() { name } else { "name".to_owned() };
    format!("an id is a name, not text\n\nhelp: write `id={name}`")
}

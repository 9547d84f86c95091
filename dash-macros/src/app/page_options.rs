//! The syntax of what is said of a page: `{ title: "..", description: "..", image: "..", redirect_from: [..] }`.
use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Token, braced, bracketed, token};

use super::template::PathTemplate;
use crate::errors::{Errors, error_at};
use crate::words::{nearest, split_at_commas};

/// What is said of a page.
#[derive(Default)]
pub(super) struct PageOptions {
    pub(super) title: Option<LitStr>,
    pub(super) description: Option<LitStr>,
    pub(super) image: Option<LitStr>,
    /// The paths that lead to it.
    pub(super) redirect_from: Vec<PathTemplate>,
}

const KEYS: [&str; 4] = ["title", "description", "image", "redirect_from"];

/// Reads the rest of a page: nothing, or its options in braces.
pub(super) fn end(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<PageOptions> {
    let mut options = PageOptions::default();
    if input.peek(token::Brace) {
        let content;
        let brace = braced!(content in input);
        let pieces = split_at_commas(content.parse()?);
        if pieces.is_empty() {
            return Err(syn::Error::new(brace.span.join(), expected("title")));
        }
        let mut seen = Vec::new();
        for piece in pieces {
            (|input: ParseStream<'_>| option(input, &mut options, &mut seen, errors))
                .parse2(piece)?;
        }
    }
    let rest: TokenStream = input.parse()?;
    if rest.is_empty() { Ok(options) } else { Err(syn::Error::new_spanned(rest, NO_MORE)) }
}

const NO_MORE: &str = "a page ends here\n\nhelp: write `View at \"/path\" = page_fn { title: \"Title\" }`, and a comma before the next page";

fn expected(key: &str) -> String {
    match key {
        "redirect_from" => {
            "expected a list of paths\n\nhelp: write `{ redirect_from: [\"/old\"] }`".to_owned()
        }
        "title" => {
            "expected the title of the page\n\nhelp: write `{ title: \"Title\" }`".to_owned()
        }
        key => {
            format!("expected the {key} of the page, as text\n\nhelp: write `{{ {key}: \"..\" }}`")
        }
    }
}

fn option(
    input: ParseStream<'_>,
    options: &mut PageOptions,
    seen: &mut Vec<Ident>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let span = input.span();
    let no_key = |_| syn::Error::new(span, expected("title"));
    let key = input.call(Ident::parse_any).map_err(no_key)?;
    let name = key.to_string();
    if !KEYS.contains(&name.as_str()) {
        let help = match nearest(&name, &KEYS) {
            Some(near) => format!("write `{near}`"),
            None => "a page has a `title`, a `description`, an `image` and `redirect_from`".into(),
        };
        let text = format!("unknown key `{key}`\n\nhelp: {help}");
        return Err(syn::Error::new_spanned(key, text));
    }
    if seen.contains(&key) {
        errors.add_twice(&key);
    }
    seen.push(key);
    let no_value = |error: syn::Error| syn::Error::new(error.span(), expected(&name));
    input.parse::<Token![:]>().map_err(no_value)?;
    if name == "redirect_from" {
        options.redirect_from = paths(input, errors)?;
        return Ok(());
    }
    let value = Some(text(input, &name)?);
    match name.as_str() {
        "title" => options.title = value,
        "description" => options.description = value,
        _ => options.image = value,
    }
    Ok(())
}

fn text(input: ParseStream<'_>, key: &str) -> syn::Result<LitStr> {
    let (rest, span) = (input.fork().parse::<TokenStream>()?, input.span());
    let no_text = || error_at(&rest, span, expected(key));
    let text = input.parse().map_err(|_| no_text())?;
    if input.is_empty() { Ok(text) } else { Err(no_text()) }
}

fn paths(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<PathTemplate>> {
    let (rest, span) = (input.fork().parse::<TokenStream>()?, input.span());
    if !input.peek(token::Bracket) {
        return Err(error_at(&rest, span, expected("redirect_from")));
    }
    let content;
    bracketed!(content in input);
    let mut paths = Vec::new();
    for piece in split_at_commas(content.parse()?) {
        match syn::parse2::<LitStr>(piece.clone()) {
            Ok(literal) => paths.push(PathTemplate::new(literal, errors)),
            Err(_) => errors.push(error_at(&piece, span, expected("redirect_from"))),
        }
    }
    if input.is_empty() { Ok(paths) } else { Err(error_at(&rest, span, expected("redirect_from"))) }
}

/// Notes a path from which the parameters of the page cannot be known, or that says more than them.
pub(super) fn check_redirects(page: &PathTemplate, options: &PageOptions, errors: &mut Errors) {
    for redirect in &options.redirect_from {
        let missing = page.path.iter().find(|name| !redirect.path.contains(name));
        let extra = redirect.path.iter().find(|name| !page.path.contains(name));
        let from = redirect.literal.value();
        let text = if let Some(name) = missing {
            format!(
                "`{from}` does not say what the page's `{name}` is\n\nhelp: write `{{{name}}}` in a segment of it"
            )
        } else if let Some(name) = extra {
            format!(
                "the page has no parameter `{name}` in its path\n\nhelp: leave `{{{name}}}` out"
            )
        } else if from.contains('?') {
            "a path that leads to a page has no `?`\n\nhelp: leave it out; the page gets the query of the address as it is".to_owned()
        } else {
            continue;
        };
        errors.add(&redirect.literal, text);
    }
}

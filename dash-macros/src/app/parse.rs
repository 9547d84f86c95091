//! The syntax of `app!`: `[pub] static NAME = { layout: View, callbacks: [..] }`.
use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Path, Token, Visibility, braced, bracketed, token};

use crate::errors::{Errors, error_at};
use crate::words::{compact, nearest, split_at_commas};

/// What stands in the call.
pub(super) struct App {
    pub(super) attributes: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) layout: Option<Path>,
    pub(super) callbacks: Vec<Path>,
}

const KEYS: [&str; 2] = ["layout", "callbacks"];
const FORM: &str = "help: write `app! { static APP = { layout: View, callbacks: [..] } }`";

/// Reads the call; `None` where not even the app's name can be read.
pub(super) fn parse(input: TokenStream, errors: &mut Errors) -> Option<App> {
    let parser = |input: ParseStream<'_>| app(input, errors);
    match parser.parse2(input) {
        Ok(app) => Some(app),
        Err(error) => {
            let text = format!("{error}\n\n{FORM}");
            errors.push(syn::Error::new(error.span(), text));
            None
        }
    }
}

fn app(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<App> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    input.parse::<Token![static]>()?;
    let name: Ident = input.parse()?;
    input.parse::<Token![=]>()?;
    let body;
    let brace = braced!(body in input);
    let _ = input.parse::<Option<Token![;]>>()?;
    if !input.is_empty() {
        return Err(input.error("an `app!` ends with its `}`"));
    }
    let mut app = App { attributes, vis, name, layout: None, callbacks: Vec::new() };
    entries(&body, &mut app, brace.span.join(), errors)?;
    Ok(app)
}

/// Reads `key: value, ..`; a wrong entry is noted and passed over.
fn entries(
    body: ParseStream<'_>,
    app: &mut App,
    whole: Span,
    errors: &mut Errors,
) -> syn::Result<()> {
    let mut seen = Vec::new();
    for piece in split_at_commas(body.parse()?) {
        let parser = |input: ParseStream<'_>| entry(input, app, &mut seen, errors);
        if let Err(error) = parser.parse2(piece) {
            errors.push(error);
        }
    }
    for key in KEYS.into_iter().filter(|key| !seen.iter().any(|word| word == key)) {
        let value = if key == "layout" { "View" } else { "[..]" };
        errors.add_at(whole, format!("this app has no `{key}`\n\nhelp: add `{key}: {value}`"));
    }
    Ok(())
}

fn entry(
    input: ParseStream<'_>,
    app: &mut App,
    seen: &mut Vec<Ident>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let key = input.call(Ident::parse_any).map_err(|error| {
        syn::Error::new(error.span(), "expected `layout: View` or `callbacks: [..]`")
    })?;
    let name = key.to_string();
    if !KEYS.contains(&name.as_str()) {
        errors.add(&key, unknown(&name));
        seen.extend(nearest(&name, &KEYS).map(|near| Ident::new(near, key.span())));
        return input.parse::<TokenStream>().map(drop);
    }
    if seen.contains(&key) {
        errors.add(&key, format!("`{key}` is written twice"));
    }
    seen.push(key);
    input
        .parse::<Token![:]>()
        .map_err(|error| syn::Error::new(error.span(), format!("expected `:` after `{name}`")))?;
    if name == "layout" { layout(input, app) } else { callbacks(input, app, errors) }
}

fn unknown(name: &str) -> String {
    let help = match nearest(name, &KEYS) {
        Some(near) => format!("write `{near}`"),
        None => "an app has a `layout` and `callbacks`".to_owned(),
    };
    format!("unknown key `{name}`\n\nhelp: {help}")
}

fn layout(input: ParseStream<'_>, app: &mut App) -> syn::Result<()> {
    let value: TokenStream = input.parse()?;
    let path = syn::parse2::<Path>(value.clone());
    app.layout = Some(path.map_err(|_| {
        error_at(&value, input.span(), "expected the name of a view\n\nhelp: write `layout: View` with a view that `view!` declares")
    })?);
    Ok(())
}

fn callbacks(input: ParseStream<'_>, app: &mut App, errors: &mut Errors) -> syn::Result<()> {
    if !input.peek(token::Bracket) {
        let value: TokenStream = input.parse()?;
        let text = "expected a list\n\nhelp: write `callbacks: [a, module::b]`";
        return Err(error_at(&value, input.span(), text));
    }
    let list;
    bracketed!(list in input);
    for piece in split_at_commas(list.parse()?) {
        match syn::parse2::<Path>(piece.clone()) {
            Ok(path) => callback(path, app, errors),
            Err(_) => errors.push(error_at(
                &piece,
                list.span(),
                "expected the path of a callback\n\nhelp: write the name of a fn that has `#[callback(..)]`",
            )),
        }
    }
    Ok(())
}

fn callback(path: Path, app: &mut App, errors: &mut Errors) {
    let text = compact(&path);
    if app.callbacks.iter().any(|listed| compact(listed) == text) {
        errors.add(&path, format!("`{text}` is listed twice\n\nhelp: remove one of the two"));
        return;
    }
    app.callbacks.push(path);
}

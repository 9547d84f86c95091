//! The syntax of `app!`: `[pub] static NAME = { layout: View, pages: [..], callbacks: [..] }`.
use proc_macro2::{Span, TokenStream};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Path, Token, Visibility, braced, bracketed, token};

use super::list::List;
use super::page::{self, Page};
use crate::errors::{Errors, error_at};
use crate::words::{nearest, split_at_commas};

/// What stands in the call.
pub(super) struct App {
    pub(super) attributes: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
    pub(super) layout: Option<Path>,
    /// The fn that builds the layout for each page load.
    pub(super) layout_fn: Option<Path>,
    /// The views that callbacks insert later.
    pub(super) also: Vec<Path>,
    pub(super) pages: Vec<Page>,
    /// What is shown where no page is.
    pub(super) not_found: Option<Page>,
    pub(super) callbacks: List,
}

const KEYS: [&str; 5] = ["layout", "pages", "not_found", "also", "callbacks"];
const NEEDED: [&str; 2] = ["layout", "callbacks"];
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
    let mut app = App {
        attributes,
        vis,
        name,
        layout: None,
        layout_fn: None,
        also: Vec::new(),
        pages: Vec::new(),
        not_found: None,
        callbacks: List::default(),
    };
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
    for key in NEEDED.into_iter().filter(|key| !seen.iter().any(|word| word == key)) {
        let value = if key == "layout" { "View" } else { "[..]" };
        errors.add_at(whole, format!("this app has no `{key}`\n\nhelp: add `{key}: {value}`"));
    }
    let key = |name: &str| seen.iter().find(|key| *key == name);
    if let (Some(not_found), None) = (key("not_found"), key("pages")) {
        errors.add(not_found, "this app has no pages\n\nhelp: add `pages: [View at \"/\"]`");
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
        errors.add_twice(&key);
    }
    seen.push(key.clone());
    input
        .parse::<Token![:]>()
        .map_err(|error| syn::Error::new(error.span(), format!("expected `:` after `{name}`")))?;
    match name.as_str() {
        "layout" => layout(input, app),
        "also" => views(input, errors).map(|views| app.also = views),
        "pages" => page::pages(input, errors).map(|pages| app.pages = pages),
        "not_found" => page::not_found(input, errors).map(|page| app.not_found = Some(page)),
        _ => List::parse(input, &key, errors).map(|list| app.callbacks = list),
    }
}

fn unknown(name: &str) -> String {
    let help = match nearest(name, &KEYS) {
        Some(near) => format!("write `{near}`"),
        None => {
            "an app has a `layout`, `callbacks`, `pages`, and `also` for the views that callbacks insert"
                .to_owned()
        }
    };
    format!("unknown key `{name}`\n\nhelp: {help}")
}

/// Reads `View`, or `View = layout_fn`.
fn layout(input: ParseStream<'_>, app: &mut App) -> syn::Result<()> {
    let (value, span) = (input.fork().parse::<TokenStream>()?, input.span());
    let view: Path = input.parse().map_err(|_| error_at(&value, span, NO_LAYOUT))?;
    let equals: Option<Token![=]> = input.parse()?;
    let rest: TokenStream = input.parse()?;
    match equals {
        None if rest.is_empty() => {}
        None => return Err(error_at(&value, span, NO_LAYOUT)),
        Some(equals) => {
            let function = syn::parse2(rest.clone());
            app.layout_fn = Some(function.map_err(|_| error_at(&rest, equals.span, NO_LAYOUT_FN))?);
        }
    }
    app.layout = Some(view);
    Ok(())
}

const NO_LAYOUT: &str = "expected the name of a view\n\nhelp: write `layout: View` with a view that `view!` declares, or `layout: View = layout_fn`";
const NO_LAYOUT_FN: &str = "expected the name of a layout fn\n\nhelp: write the name of an `async fn` that returns the view";

/// Reads `[Row, module::Panel]`; a wrong entry is noted and passed over.
fn views(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Path>> {
    if !input.peek(token::Bracket) {
        let value: TokenStream = input.parse()?;
        let text = "expected a list\n\nhelp: write `also: [Row, module::Panel]`";
        return Err(error_at(&value, input.span(), text));
    }
    let content;
    bracketed!(content in input);
    let mut views = Vec::new();
    for piece in split_at_commas(content.parse()?) {
        match syn::parse2::<Path>(piece.clone()) {
            Ok(view) => views.push(view),
            Err(_) => errors.push(error_at(&piece, content.span(), "expected the name of a view\n\nhelp: write the name of a view that `view!` declares")),
        }
    }
    Ok(views)
}

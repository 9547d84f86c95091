//! The syntax of `pages: [View at "/path" = page_fn { title: "Title" }]` and of `not_found: View`.
use std::collections::HashMap;

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Path, Token, braced, bracketed, token};

use super::template::PathTemplate;
use crate::errors::{Errors, error_at};
use crate::words::{compact, split_at_commas};

/// A view that is a page.
pub(super) struct Page {
    pub(super) view: Path,
    /// Where it is found; `not_found` is found nowhere.
    pub(super) template: Option<PathTemplate>,
    /// The fn that builds it.
    pub(super) function: Option<Path>,
    title: Option<LitStr>,
}

impl Page {
    /// The title of the document: the view's name in words, where none is written.
    pub(super) fn title(&self) -> String {
        match &self.title {
            Some(title) => title.value(),
            None => self.view.segments.last().map(|last| in_words(&last.ident)).unwrap_or_default(),
        }
    }
}

/// `SalesReport` is `Sales report`.
fn in_words(name: &Ident) -> String {
    let mut words = String::new();
    for letter in name.unraw().to_string().chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
            words.extend(letter.to_lowercase());
        } else {
            words.push(if letter == '_' { ' ' } else { letter });
        }
    }
    words
}

/// Reads the list; a wrong entry is noted and passed over.
pub(super) fn pages(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Vec<Page>> {
    if !input.peek(token::Bracket) {
        let value: TokenStream = input.parse()?;
        let text = "expected a list\n\nhelp: write `pages: [Home at \"/\"]`";
        return Err(error_at(&value, input.span(), text));
    }
    let content;
    let bracket = bracketed!(content in input);
    let (mut pages, mut shapes) = (Vec::new(), HashMap::new());
    let pieces = split_at_commas(content.parse()?);
    if pieces.is_empty() {
        errors.add_at(
            bracket.span.join(),
            "this app has no page\n\nhelp: write `pages: [Home at \"/\"]`",
        );
    }
    for piece in pieces {
        let parser = |input: ParseStream<'_>| page(input, errors);
        match parser.parse2(piece) {
            Ok(page) => {
                check_shape(&page, &mut shapes, errors);
                pages.push(page);
            }
            Err(error) => errors.push(error),
        }
    }
    Ok(pages)
}

/// Reads `View { title: ".." }`.
pub(super) fn not_found(input: ParseStream<'_>) -> syn::Result<Page> {
    let view = view(input)?;
    Ok(Page { view, template: None, function: None, title: end(input)? })
}

fn page(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Page> {
    let view = view(input)?;
    let name = compact(&view);
    let help = format!("help: write `{name} at \"/path\"`");
    if input.is_empty() {
        return Err(syn::Error::new_spanned(
            view,
            format!("the page `{name}` has no path\n\n{help}"),
        ));
    }
    let expected = |input: ParseStream<'_>, what| {
        let rest: TokenStream = input.fork().parse().unwrap_or_default();
        error_at(
            &rest.into_iter().take(1).collect(),
            input.span(),
            format!("expected {what}\n\n{help}"),
        )
    };
    match input.fork().call(Ident::parse_any) {
        Ok(at) if at == "at" => input.call(Ident::parse_any).map(drop)?,
        _ => return Err(expected(input, "`at`")),
    }
    let literal: LitStr =
        input.parse().map_err(|_| expected(input, "the path of the page, as text"))?;
    let template = PathTemplate::new(literal, errors);
    let equals: Option<Token![=]> = input.parse()?;
    let function = equals.map(|equals| function(input, &equals)).transpose()?;
    Ok(Page { view, template: Some(template), function, title: end(input)? })
}

fn view(input: ParseStream<'_>) -> syn::Result<Path> {
    let (value, span) = (input.fork().parse::<TokenStream>()?, input.span());
    input.parse().map_err(|_| error_at(&value, span, NO_VIEW))
}

const NO_VIEW: &str =
    "expected the name of a view\n\nhelp: write the name of a view that `view!` declares";

fn function(input: ParseStream<'_>, equals: &Token![=]) -> syn::Result<Path> {
    let rest: TokenStream = input.fork().parse()?;
    let no_fn = || error_at(&rest, equals.span, NO_FN);
    let function = input.parse().map_err(|_| no_fn())?;
    if input.peek(token::Paren) { Err(no_fn()) } else { Ok(function) }
}

const NO_FN: &str =
    "expected the name of a page fn\n\nhelp: write the name of an `async fn` that returns the view";

/// Reads what is left: nothing, or `{ title: ".." }`.
fn end(input: ParseStream<'_>) -> syn::Result<Option<LitStr>> {
    let mut title = None;
    if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        title = Some(option(&content)?);
    }
    let rest: TokenStream = input.parse()?;
    if rest.is_empty() { Ok(title) } else { Err(syn::Error::new_spanned(rest, NO_MORE)) }
}

const NO_MORE: &str = "a page ends here\n\nhelp: write `View at \"/path\" = page_fn { title: \"Title\" }`, and a comma before the next page";
const NO_OPTION: &str = "expected the title of the page\n\nhelp: write `{ title: \"Title\" }`";

fn option(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let span = input.span();
    let key = input.call(Ident::parse_any).map_err(|_| syn::Error::new(span, NO_OPTION))?;
    if key != "title" {
        let text = format!("unknown key `{key}`\n\nhelp: a page has a `title`");
        return Err(syn::Error::new_spanned(key, text));
    }
    input.parse::<Token![:]>().map_err(|error| syn::Error::new(error.span(), NO_OPTION))?;
    let (rest, span) = (input.fork().parse::<TokenStream>()?, input.span());
    let no_option = |_| error_at(&rest, span, NO_OPTION);
    let title = input.parse().map_err(no_option)?;
    input.parse::<Option<Token![,]>>()?;
    if input.is_empty() { Ok(title) } else { Err(no_option(input.error(""))) }
}

/// Notes a page that is found at the paths of an earlier one.
fn check_shape(page: &Page, shapes: &mut HashMap<String, String>, errors: &mut Errors) {
    let Some(template) = &page.template else { return };
    let text = template.literal.value();
    if let Some(earlier) = shapes.get(&template.shape()) {
        let path = text.split('?').next().unwrap_or_default();
        let text = if *earlier == path {
            format!("two pages have the path `{path}`")
        } else {
            format!("`{path}` is found at the same paths as `{earlier}`")
        };
        errors.add(&template.literal, format!("{text}\n\nhelp: change one of the two paths"));
    } else {
        let path = text.split('?').next().unwrap_or_default();
        shapes.insert(template.shape(), path.to_owned());
    }
}

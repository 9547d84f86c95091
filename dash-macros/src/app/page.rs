//! The syntax of `pages: [View at "/path" = page_fn { .. }]` and of `not_found: View`.
use std::collections::HashMap;

use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Path, Token, bracketed, token};

use super::page_options::{PageOptions, check_redirects, end};
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
    pub(super) options: PageOptions,
}

impl Page {
    /// Whether the view itself takes the parameters.
    pub(super) fn is_given_by_name(&self) -> bool {
        let has_names = |template: &PathTemplate| template.names().next().is_some();
        self.function.is_none() && self.template.as_ref().is_some_and(has_names)
    }

    /// The title of the document: the view's name in words, where none is written.
    pub(super) fn title(&self) -> String {
        match &self.options.title {
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
                let redirects = page.options.redirect_from.iter();
                for template in page.template.iter().chain(redirects) {
                    check_shape(template, &mut shapes, errors);
                }
                pages.push(page);
            }
            Err(error) => errors.push(error),
        }
    }
    Ok(pages)
}

/// Reads `View { title: ".." }`.
pub(super) fn not_found(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Page> {
    let view = view(input)?;
    let options = end(input, errors)?;
    if let Some(path) = options.redirect_from.first() {
        let text = "`not_found` has no path to lead to\n\nhelp: leave `redirect_from` out";
        errors.add(&path.literal, text);
    }
    Ok(Page { view, template: None, function: None, options })
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
    let options = end(input, errors)?;
    check_redirects(&template, &options, errors);
    Ok(Page { view, template: Some(template), function, options })
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

/// Notes a page that is found at the paths of an earlier one.
fn check_shape(template: &PathTemplate, shapes: &mut HashMap<String, String>, errors: &mut Errors) {
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

//! `app!`: parse → generate, or an empty app with what is wrong; and the groups it spreads.
use proc_macro2::TokenStream;
use quote::quote;

use crate::editor;
use crate::errors::Errors;

mod generate;
pub(crate) mod group;
mod list;
mod page;
mod page_def;
mod page_options;
mod parse;
mod template;

/// Expands the call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let app = parse::parse(input.clone(), &mut errors);
    let fallback = match &app {
        Some(app) => match &app.layout {
            Some(layout) if errors.is_empty() => return generate::app(app, layout),
            _ => generate::fallback(app, errors),
        },
        None => errors.into_items(),
    };
    let editor = editor::item(&input, &TokenStream::new());
    quote!(#fallback #editor)
}

#[cfg(test)]
mod tests;

//! `app!`: parse → generate, or an empty app with what is wrong; and the groups it spreads.
use proc_macro2::TokenStream;

use crate::errors::Errors;

mod generate;
pub(crate) mod group;
mod list;
mod parse;

/// Expands the call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let Some(app) = parse::parse(input, &mut errors) else {
        return errors.into_items();
    };
    match &app.layout {
        Some(layout) if errors.is_empty() => generate::app(&app, layout),
        _ => generate::fallback(&app, errors),
    }
}

#[cfg(test)]
mod tests;

//! `#[callback(..)]`: parse → check → generate, or the fn alone with what is wrong.
use proc_macro2::TokenStream;
use quote::quote;

use crate::errors::Errors;

mod args;
mod check;
mod generate;
mod prepare;
mod signature;

/// Expands the attribute; the fn itself comes out as it went in.
pub(crate) fn expand(attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = args::parse(attribute, &mut errors);
    let function = match syn::parse2::<syn::ItemFn>(item.clone()) {
        Ok(function) => function,
        Err(_) => {
            errors.add(&item, "`#[callback]` stands on a `fn`");
            let errors = errors.into_items();
            return quote!(#item #errors);
        }
    };
    let signature = signature::read(&function.sig, args.outputs.len());
    check::check(&args, &function.sig, &signature, &mut errors);
    if errors.is_empty() {
        generate::callback(&args, &function, &signature)
    } else {
        generate::fallback(&args, &function, errors)
    }
}

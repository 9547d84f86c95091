//! `#[callback(..)]`: parse → check → generate, or the fn alone with what is wrong.
use proc_macro2::TokenStream;
use quote::quote;
use syn::{ForeignItemFn, ItemFn};

use self::args::Args;
use crate::editor;
use crate::errors::Errors;

mod args;
mod assigned;
mod background;
mod check;
mod client;
mod endpoint;
mod entry;
mod generate;
pub(crate) mod grouped;
mod json;
mod listed;
mod on_error;
mod pattern;
mod prepare;
mod progress;
mod running;
mod signature;
mod stream;
mod values;
mod wildcards;
mod wire;

/// Expands the attribute; the fn itself comes out as it went in.
pub(crate) fn expand(attribute: TokenStream, item: &TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = args::parse(attribute.clone(), &mut errors);
    let Some(function) = read(item, &args, &mut errors) else {
        let (errors, editor) = (errors.into_items(), editor::item(&attribute, &TokenStream::new()));
        return quote!(#item #errors #editor);
    };
    if let Some(receiver) = function.sig.receiver() {
        // In an `impl` nothing else that a callback expands to has a place.
        let mut errors = Errors::default();
        errors.add(receiver, "a callback has no `self`\n\nhelp: make it a free fn, and take shared values as `Data<T>`");
        let errors = errors.into_items();
        return quote!(#item #errors);
    }
    let signature = signature::read(&function.sig, args.outputs.len());
    check::check(&args, &function.sig, &signature, &mut errors);
    wildcards::check(&args, &mut errors);
    if errors.is_empty() {
        generate::callback(&args, &function, &signature)
    } else {
        let (fallback, editor) = (
            generate::fallback(&args, &function, errors),
            editor::item(&attribute, &TokenStream::new()),
        );
        quote!(#fallback #editor)
    }
}

/// The fn below the attribute; one that the browser runs ends with its signature.
fn read(item: &TokenStream, args: &Args, errors: &mut Errors) -> Option<ItemFn> {
    if let Ok(function) = syn::parse2::<ItemFn>(item.clone()) {
        if args.client.is_some() {
            errors.add(
                &function.block,
                "the browser runs this callback, and never this body\n\nhelp: end the signature with `;`",
            );
        }
        return Some(function);
    }
    let Ok(function) = syn::parse2::<ForeignItemFn>(item.clone()) else {
        errors.add(item, "`#[callback]` stands on a `fn`");
        return None;
    };
    if args.client.is_none() && errors.is_empty() {
        errors.add(
            function.semi_token,
            "this callback has no body\n\nhelp: write one, or `client = \"(a) => a\"` in the attribute for one that the browser runs",
        );
    }
    let ForeignItemFn { attrs, vis, sig, .. } = function;
    Some(
        syn::parse_quote!(#(#attrs)* #[allow(unused_variables)] #vis #sig { ::core::unreachable!() }),
    )
}

#[cfg(test)]
mod tests;

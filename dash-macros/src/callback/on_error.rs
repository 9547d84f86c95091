//! `on_error = handler`: the fn that gives a callback's values where it has failed.
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::args::Args;
use super::prepare::{outputs, own, targets};
use super::signature::Signature;

pub(super) const ON_ERROR: &str = "on_error";

/// What is said where no path stands behind the word.
pub(super) const EXPECTED: &str =
    "`on_error` needs a handler\n\nhelp: write `on_error = handler`, with the path of a fn";

/// The closure that the runtime has of it. A handler of another type is refused on its path.
pub(super) fn definition(args: &Args, signature: &Signature) -> TokenStream {
    let Some(handler) = &args.on_error else { return quote!(::core::option::Option::None) };
    let ([failed, context], value) = ([own("failed"), own("context")], &signature.value);
    let handle =
        quote_spanned!(handler.span()=> ::dash::__private::ErrorHandler::<#value, _>::handle);
    let (props, held) = targets(args);
    let given = quote!(#handle(#handler, #failed, #context));
    let outputs = outputs(&signature.returns, &given, &held);
    quote! {
        ::core::option::Option::Some(|#failed, #context| {
            #props
            ::core::result::Result::Ok(#outputs)
        })
    }
}

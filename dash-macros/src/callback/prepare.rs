//! The fn between a request's values and the user's fn: read the arguments, call, write the outputs.
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, Type};

use super::args::Args;
use super::signature::{Returns, Signature};

/// A closure that reads the arguments and returns the job. Each wire stands in it once on its own,
/// for the editor; its names are the macro's, so that none of the user's is shadowed.
pub(super) fn prepare(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let [values, context] = ["values", "context"].map(|name| Ident::new(name, Span::mixed_site()));
    let sources = numbered("source", args.wired().count());
    let targets = numbered("target", args.outputs.len());
    let arguments = numbered("argument", signature.parameters.len());
    let wires = args.wired().chain(&args.outputs).map(|wire| &wire.tokens);
    let names = sources.iter().chain(&targets);
    let reads = signature.parameters.iter().enumerate().map(|(at, ty)| match sources.get(at) {
        Some(source) => {
            let read = quote_spanned!(ty.span()=> .read::<#ty>(#values)?);
            quote!(::dash::__private::from(#source)#read)
        }
        None => quote_spanned!(ty.span()=> ::dash::__private::extract::<#ty>(#context)?),
    });
    let job = job(function, signature, &arguments, &targets);
    quote! {
        |#values, #context| {
            #(let #names = #wires;)*
            #(let #arguments = #reads;)*
            ::core::result::Result::Ok(#job)
        }
    }
}

fn job(
    function: &ItemFn,
    signature: &Signature,
    arguments: &[Ident],
    targets: &[Ident],
) -> TokenStream {
    let name = &function.sig.ident;
    let result = Ident::new("result", Span::mixed_site());
    let wait = function.sig.asyncness.map(|_| quote!(.await));
    let check = signature.error.as_ref().map(|error| {
        let failed = quote_spanned!(error.span()=> ::dash::__private::failed::<#error>);
        quote!(.map_err(#failed)?)
    });
    let outputs = outputs(&signature.returns, &result, targets);
    let body = quote!({
        let #result = #name(#(#arguments),*)#wait #check;
        ::core::result::Result::Ok(#outputs)
    });
    if function.sig.asyncness.is_some() {
        quote_spanned!(name.span()=> ::dash::__private::Job::Async(::std::boxed::Box::pin(async move #body)))
    } else {
        quote_spanned!(name.span()=> ::dash::__private::Job::Sync(::std::boxed::Box::new(move || #body)))
    }
}

/// The values that go to the page, in the order of the outputs.
fn outputs(returns: &Returns, result: &Ident, targets: &[Ident]) -> TokenStream {
    match returns {
        Returns::Each(types) => each(types, result, targets),
        Returns::AllOrNone(types) => {
            let each = each(types, result, targets);
            let nothing = nothing(targets);
            quote! {
                match #result {
                    ::dash::__private::Update::Set(#result) => #each,
                    ::dash::__private::Update::Skip => #nothing,
                }
            }
        }
        Returns::Nothing => {
            let nothing = nothing(targets);
            quote!({ let ::dash::__private::NoUpdate = #result; #nothing })
        }
    }
}

fn each(types: &[Type], result: &Ident, targets: &[Ident]) -> TokenStream {
    let values = numbered("value", targets.len());
    let writes = targets.iter().zip(types).zip(&values).map(|((target, ty), value)| {
        let write = quote_spanned!(ty.span()=> .write::<#ty, _>(#value));
        quote!(::dash::__private::to(#target)#write)
    });
    let pattern = match &values[..] {
        [one] => quote!(#one),
        several => quote!((#(#several),*)),
    };
    quote!({ let #pattern = #result; ::std::vec![#(#writes),*] })
}

fn nothing(targets: &[Ident]) -> TokenStream {
    let nones = targets.iter().map(|_| quote!(::core::option::Option::None));
    quote!(::std::vec![#(#nones),*])
}

fn numbered(name: &str, count: usize) -> Vec<Ident> {
    (0..count).map(|at| format_ident!("{name}_{at}", span = Span::mixed_site())).collect()
}

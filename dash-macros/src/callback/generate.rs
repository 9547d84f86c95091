//! What a callback becomes: the fn as it is, and a type of the same name that holds its definition.
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Ident, ItemFn};

use super::args::Args;
use super::client::Client;
use super::pattern::Pattern;
use super::prepare;
use super::running::Running;
use super::signature::Signature;
use super::wire::Wire;
use crate::errors::Errors;

/// The fn and its definition.
pub(super) fn callback(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let definition = definition(args, function, signature);
    items(args, function, &definition, args.option("unlisted").is_some())
}

/// The fn, what is wrong with its attribute, and a definition that keeps `app!` quiet.
pub(super) fn fallback(args: &Args, function: &ItemFn, errors: Errors) -> TokenStream {
    let errors = errors.into_items();
    let wires = args.wired().chain(&args.outputs).map(|wire| &wire.tokens);
    let unfinished = &args.unfinished;
    let definition = quote!(::dash::__private::BROKEN_CALLBACK);
    let items = items(&Args::default(), function, &definition, true);
    quote! {
        #errors
        const _: () = {
            fn wires() {
                #(let _ = #wires;)*
                #(let _ = #unfinished;)*
            }
        };
        #items
    }
}

fn items(args: &Args, function: &ItemFn, definition: &TokenStream, unlisted: bool) -> TokenStream {
    let (name, vis) = (&function.sig.ident, &function.vis);
    let cfg: Vec<&Attribute> = function.attrs.iter().filter(|a| a.path().is_ident("cfg")).collect();
    let listed = listed(function, definition, unlisted);
    let checks = checks(args, name);
    let function = args.client.is_none().then(|| quote!(#[allow(dead_code)] #function));
    quote! {
        #function

        #(#cfg)*
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #vis struct #name {}

        #(#cfg)*
        #listed

        #(#cfg)*
        #checks
    }
}

/// The constant that `app!` reads. Where none does, rustc calls it dead code, and that is an error.
///
/// The lint is silent for code of another crate's macro, so that the item's first and last token
/// carry the span of the fn's name.
fn listed(function: &ItemFn, definition: &TokenStream, unlisted: bool) -> TokenStream {
    let (name, vis) = (&function.sig.ident, &function.vis);
    let lint = if unlisted {
        quote!(allow(dead_code))
    } else {
        let reason = format!(
            "no `app!` lists the callback `{name}`: add it to `callbacks: [..]`, or write `unlisted` in its attribute"
        );
        quote_spanned!(name.span()=> deny(dead_code, reason = #reason))
    };
    let head = quote_spanned!(name.span()=>
        #[#lint]
        #[allow(unreachable_pub)]
        #[doc(hidden)]
        #vis const LISTED_IN_APP: ::dash::__private::CallbackDef =
    );
    let end = quote_spanned!(name.span()=> ;);
    let implementation = quote_spanned!(name.span()=> impl #name);
    quote!(#implementation { #head #definition #end })
}

fn definition(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let prepare = prepare::prepare(args, function, signature);
    let name = function.sig.ident.to_string();
    let [outputs, inputs, states] = [&args.outputs, &args.inputs, &args.states].map(|clause| {
        let dependencies = clause.iter().map(dependency);
        quote!(&[#(#dependencies),*])
    });
    let requires = signature.parameters.iter().skip(args.wired().count());
    let options = options(args);
    let running = args.running.iter().map(Running::definition);
    let client = args.client.as_ref().map(Client::definition).map_or_else(
        || quote!(::core::option::Option::None),
        |client| quote!(::core::option::Option::Some(#client)),
    );
    quote! {
        ::dash::__private::CallbackDef {
            prepare: #prepare,
            name: #name,
            key: ::dash::__private::key(::core::concat!(::core::module_path!(), "::", #name)),
            outputs: #outputs,
            inputs: #inputs,
            states: #states,
            client: #client,
            running: &[#(#running),*],
            options: #options,
            requires: &[#(<#requires as ::dash::__private::FromContext>::requirement),*],
        }
    }
}

pub(super) fn dependency(Wire { tokens, pattern, modifier, .. }: &Wire) -> TokenStream {
    let modifier = modifier.as_ref().map(|word| {
        let word = Ident::new(&word.to_string(), Span::call_site());
        quote!(.#word())
    });
    let of = pattern.as_ref().map(Pattern::constant).map(|pattern| quote!(.of(#pattern)));
    quote!(::dash::__private::Prop::dependency(#tokens)#of #modifier)
}

fn options(args: &Args) -> TokenStream {
    let has = |word| args.option(word).is_some();
    let (circular, cancel) = (has("circular"), has("cancel"));
    let prevent_initial_call = has("prevent_initial_call");
    let placement = match (has("blocking"), has("inline")) {
        (true, _) => quote!(Blocking),
        (_, true) => quote!(Inline),
        _ => quote!(Measured),
    };
    quote! {
        ::dash::__private::CallbackOptions {
            circular: #circular,
            prevent_initial_call: #prevent_initial_call,
            placement: ::dash::__private::Placement::#placement,
            cancel: #cancel,
        }
    }
}

/// One constant for each clause, in which each wrong wire panics with the caret on itself.
fn checks(args: &Args, name: &Ident) -> TokenStream {
    let outputs = each(&args.outputs, "Output");
    let inputs = each(&args.inputs, "Input");
    let states = each(&args.states, "State");
    let running = each(args.running.iter().map(|running| &running.wire), "Running");
    quote! {
        impl<__App: ::dash::__private::Plan, const __AT: usize>
            ::dash::__private::ListedIn<__App, __AT> for #name
        {
            const OUTPUTS: () = { #outputs };
            const INPUTS: () = { #inputs };
            const STATES: () = { #states #running };
        }
    }
}

/// Fails on the id of the wire that the layout does not have, or on the prop of one in conflict.
fn each<'a>(wires: impl IntoIterator<Item = &'a Wire>, clause: &str) -> TokenStream {
    let clause = Ident::new(clause, Span::call_site());
    let wires: Vec<&Wire> = wires.into_iter().collect();
    if wires.is_empty() {
        return TokenStream::new();
    }
    let views = wires.iter().map(|wire| &wire.view);
    let places = (0_usize..).step_by(2).zip(&wires).map(|(on_id, wire)| {
        let on_prop = on_id + 1;
        let [id, prop] = [wire.id.span(), wire.prop.span()]
            .map(|span| quote_spanned!(span=> ::dash::__private::fail(&fault)));
        quote!(#on_id => #id, #on_prop => #prop,)
    });
    quote! {
        if let ::core::option::Option::Some(fault) =
            ::dash::__private::Clause::#clause.fault::<__App>(__AT, &[#(#views),*])
        {
            match fault.place {
                #(#places)*
                _ => {}
            }
        }
    }
}

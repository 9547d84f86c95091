//! What an app becomes: a static, and the constants by which the compiler checks its graph.
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path};

use super::parse::App;
use crate::errors::Errors;

/// The static app and its checks.
pub(super) fn app(app: &App, layout: &Path) -> TokenStream {
    let App { attributes, vis, name, callbacks, .. } = app;
    let plan = plan(name, layout, callbacks);
    let checks = callbacks.iter().enumerate().map(|(at, path)| check(name, at, path));
    let unique = unique_ids(name, layout);
    let build = build(layout);
    quote! {
        #(#attributes)*
        #vis static #name: ::dash::__private::App = {
            #plan
            #(#checks)*
            #unique
            ::dash::__private::App::of::<#name>(#build)
        };
    }
}

/// An app that does nothing, and what is wrong. It still lists its callbacks, so that none is called forgotten.
pub(super) fn fallback(app: &App, errors: Errors) -> TokenStream {
    let App { attributes, vis, name, callbacks, .. } = app;
    let errors = errors.into_items();
    let definitions = definitions(callbacks);
    quote! {
        #errors
        #(#attributes)*
        #vis static #name: ::dash::__private::App = {
            const _: &[&::dash::__private::CallbackDef] = &[#(#definitions),*];
            ::dash::__private::BROKEN_APP
        };
    }
}

fn definitions(callbacks: &[Path]) -> impl Iterator<Item = TokenStream> {
    callbacks.iter().map(|path| quote_spanned!(path.span()=> &<#path>::LISTED_IN_APP))
}

/// The graph as constants; each array is as long as an earlier constant says.
fn plan(name: &Ident, layout: &Path, callbacks: &[Path]) -> TokenStream {
    let count = callbacks.len();
    let definitions = definitions(callbacks);
    quote! {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum #name {}
        #[allow(long_running_const_eval)]
        impl ::dash::__private::Plan for #name {
            const LAYOUT: &'static ::dash::__private::ViewDef =
                &<#layout as ::dash::__private::Component>::VIEW;
            const CALLBACKS: &'static [&'static ::dash::__private::CallbackDef] =
                &[#(#definitions),*];
            const GRAPH: ::dash::__private::Graph = {
                use ::dash::__private::{Order, Plan, Sizes, Slot};
                const SIZES: Sizes = Sizes::of(#name::LAYOUT, #name::CALLBACKS);
                const IDS: &[Slot; SIZES.ids] = &Slot::ids(#name::LAYOUT);
                const OUTPUTS: &[Slot; SIZES.outputs] = &Slot::outputs(#name::CALLBACKS);
                const EDGES: usize = Order::<#count, 0>::edges(#name::CALLBACKS, OUTPUTS);
                const ORDER: &Order<#count, EDGES> = &Order::new(#name::CALLBACKS, OUTPUTS);
                const FIRST: &[u32; #count + 1] = &ORDER.first();
                ::dash::__private::Graph {
                    ids: IDS,
                    outputs: OUTPUTS,
                    first: FIRST,
                    next: ORDER.next(),
                    order: ORDER.order(),
                    cycles: ORDER.cycles(),
                }
            };
        }
    }
}

/// One constant for each clause of a callback, so that each can fail for itself.
fn check(name: &Ident, at: usize, path: &Path) -> TokenStream {
    quote_spanned! {path.span()=>
        const _: () = <#path as ::dash::__private::ListedIn<#name, #at>>::OUTPUTS;
        const _: () = <#path as ::dash::__private::ListedIn<#name, #at>>::INPUTS;
        const _: () = <#path as ::dash::__private::ListedIn<#name, #at>>::STATES;
    }
}

fn unique_ids(name: &Ident, layout: &Path) -> TokenStream {
    let fail = quote_spanned!(layout.span()=> ::core::panic!("{}", message.as_str()));
    quote! {
        const _: () = if let ::core::option::Option::Some(message) =
            ::dash::__private::Message::for_duplicate_id::<#name>()
        {
            #fail
        };
    }
}

fn build(layout: &Path) -> TokenStream {
    quote_spanned! {layout.span()=>
        || ::dash::__private::View::<#layout>::into_node(<#layout>::new().build())
    }
}

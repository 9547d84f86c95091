//! What an app becomes: a static, and the constants by which the compiler checks its graph.
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path};

use super::list::{self, CLAUSES};
use super::page_def;
use super::parse::App;
use crate::errors::Errors;
use crate::words::compact;

/// The static app and its checks.
pub(super) fn app(app: &App, layout: &Path) -> TokenStream {
    let App { attributes, vis, name, layout_fn, callbacks, .. } = app;
    let definitions = callbacks.definitions();
    let plan = plan(app, layout);
    let places = callbacks.places(&quote!(LISTS));
    let checks = places.iter().map(|(path, at)| check(name, at, path));
    let layout_checks = layout_checks(name, layout);
    let page_checks = page_def::checks(app);
    let source = source(layout, layout_fn.as_ref());
    let with_pages = page_def::with_pages(app);
    quote! {
        #(#attributes)*
        #vis static #name: ::dash::__private::App = {
            const LISTS: &[&[&::dash::__private::CallbackDef]] = #definitions;
            #plan
            #(#checks)*
            #layout_checks
            #page_checks
            ::dash::__private::App::of::<#name>(#source)#with_pages
        };
    }
}

/// An app that does nothing, and what is wrong. It still lists its callbacks, so that none is called forgotten.
pub(super) fn fallback(app: &App, errors: Errors) -> TokenStream {
    let App { attributes, vis, name, callbacks, .. } = app;
    let errors = errors.into_items();
    let definitions = callbacks.definitions();
    quote! {
        #errors
        #(#attributes)*
        #vis static #name: ::dash::__private::App = {
            const _: &[&[&::dash::__private::CallbackDef]] = #definitions;
            ::dash::__private::BROKEN_APP
        };
    }
}

/// The graph as constants; each array is as long as an earlier constant says.
fn plan(app: &App, layout: &Path) -> TokenStream {
    let name = &app.name;
    let pages = page_def::views(app);
    let views = [layout].into_iter().chain(&app.also).map(view);
    quote! {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum #name {}
        #[allow(long_running_const_eval)]
        impl ::dash::__private::Plan for #name {
            const LAYOUT: &'static ::dash::__private::ViewDef = {
                const VIEWS: &[&::dash::__private::ViewDef] = &[#(#views),*];
                &::dash::__private::ViewDef { name: VIEWS[0].name, key: 0, ids: &[], includes: VIEWS }
            };
            const PAGES: &'static [::dash::__private::PageView] = #pages;
            const CALLBACKS: &'static [&'static ::dash::__private::CallbackDef] =
                &::dash::__private::join::<{ ::dash::__private::count(LISTS) }>(LISTS);
            const GRAPH: ::dash::__private::Graph = {
                use ::dash::__private::{Order, Plan, Sizes, Slot};
                const COUNT: usize = #name::CALLBACKS.len();
                const SIZES: Sizes = Sizes::of(#name::LAYOUT, #name::PAGES, #name::CALLBACKS);
                const IDS: &[Slot; SIZES.ids] = &Slot::ids(#name::LAYOUT, #name::PAGES);
                const OUTPUTS: &[Slot; SIZES.outputs] = &Slot::outputs(#name::CALLBACKS);
                const EDGES: usize = Order::<COUNT, 0>::edges(#name::CALLBACKS, OUTPUTS);
                const ORDER: &Order<COUNT, EDGES> = &Order::new(#name::CALLBACKS, OUTPUTS);
                const FIRST: &[u32; COUNT + 1] = &ORDER.first();
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

fn view(view: &Path) -> TokenStream {
    quote_spanned!(view.span()=> &<#view as ::dash::__private::Component>::VIEW)
}

/// One constant for each clause of a callback or group, so that each can fail for itself.
fn check(name: &Ident, at: &TokenStream, path: &Path) -> TokenStream {
    let app = name.to_token_stream();
    let checks = CLAUSES.map(|clause| {
        let check = list::check(path, &app, at, clause);
        quote_spanned!(path.span()=> const _: () = #check;)
    });
    quote!(#(#checks)*)
}

/// Its ids are there once, and it has a place for pages if there are any.
fn layout_checks(name: &Ident, layout: &Path) -> TokenStream {
    let fail = quote_spanned!(layout.span()=> ::core::panic!("{}", message.as_str()));
    let check = |check: TokenStream| {
        quote! {
            const _: () = if let ::core::option::Option::Some(message) =
                ::dash::__private::Message::#check::<#name>()
            {
                #fail
            };
        }
    };
    [quote!(for_duplicate_id), quote!(for_page_container)].map(check).into_iter().collect()
}

/// Where the layout comes from: the view alone, or the fn that builds it.
fn source(layout: &Path, layout_fn: Option<&Path>) -> TokenStream {
    let Some(function) = layout_fn else {
        let build = quote_spanned! {layout.span()=>
            || ::dash::__private::LayoutOf::<#layout>::into_node(<#layout>::new().build())
        };
        return quote!(::dash::__private::Layout::Once(#build));
    };
    let name = compact(function);
    let as_layout_fn = quote_spanned!(function.span()=> ::dash::__private::LayoutFn::<#layout, _>);
    let build = quote_spanned!(function.span()=> #as_layout_fn::start(#function, context));
    let requires = quote_spanned!(function.span()=> #as_layout_fn::requires(&#function));
    quote! {
        ::dash::__private::Layout::PerLoad(::dash::__private::PerLoad {
            name: #name,
            build: |context| #build,
            requires: || #requires,
        })
    }
}

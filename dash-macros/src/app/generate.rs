//! What an app becomes: a static, and the constants by which the compiler checks its graph.
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path};

use super::list::List;
use super::page_def;
use super::parse::App;
use crate::errors::Errors;
use crate::words::{compact, own_at};

/// The static app and its checks.
pub(super) fn app(app: &App, layout: &Path) -> TokenStream {
    let App { attributes, vis, name, layout_fn, callbacks, .. } = app;
    let definitions = callbacks.definitions();
    let plan = plan(app, layout);
    let reports = reports(name, callbacks);
    let layout_checks = layout_checks(name, layout);
    let page_checks = page_def::checks(app);
    let source = source(layout, layout_fn.as_ref());
    let with_pages = page_def::with_pages(app);
    quote! {
        #(#attributes)*
        #vis static #name: ::dash::__private::App = {
            const LISTS: &[&[&::dash::__private::CallbackDef]] = #definitions;
            #plan
            #reports
            #layout_checks
            #page_checks
            ::dash::__private::App::of(<#name as ::dash::__private::Planned>::PLAN, #source)#with_pages
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
        const VIEWS: &[&::dash::__private::ViewDef] = &[#(#views),*];
        const PAGES: &[::dash::__private::PageView] = #pages;
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum #name {}
        #[allow(long_running_const_eval)]
        impl ::dash::__private::Planned for #name {
            const PLAN: &'static ::dash::__private::Plan = {
                use ::dash::__private::{Order, Sizes, Slot};
                const LAYOUT: &::dash::__private::ViewDef =
                    &::dash::__private::ViewDef { name: VIEWS[0].name, key: 0, ids: &[], includes: VIEWS };
                const CALLBACKS: &[&::dash::__private::CallbackDef] =
                    &::dash::__private::join::<{ ::dash::__private::count(LISTS) }>(LISTS);
                const COUNT: usize = CALLBACKS.len();
                const SIZES: Sizes = Sizes::of(LAYOUT, PAGES, CALLBACKS);
                const IDS: &[Slot; SIZES.ids] = &Slot::ids(LAYOUT, PAGES);
                const OUTPUTS: &[Slot; SIZES.outputs] = &Slot::outputs(CALLBACKS);
                const EDGES: usize = Order::<COUNT, 0>::edges(CALLBACKS, OUTPUTS);
                const ORDER: &Order<COUNT, EDGES> = &Order::new(CALLBACKS, OUTPUTS);
                const FIRST: &[u32; COUNT + 1] = &ORDER.first();
                &::dash::__private::Plan {
                    layout: LAYOUT,
                    pages: PAGES,
                    callbacks: CALLBACKS,
                    graph: ::dash::__private::Graph {
                        ids: IDS,
                        outputs: OUTPUTS,
                        first: FIRST,
                        next: ORDER.next(),
                        order: ORDER.order(),
                        cycles: ORDER.cycles(),
                    },
                }
            };
            const FAULTS: &'static ::dash::__private::Faults =
                &::dash::__private::Faults::of(Self::PLAN);
        }
    }
}

fn view(view: &Path) -> TokenStream {
    quote_spanned!(view.span()=> &<#view as ::dash::__private::Component>::VIEW)
}

/// How many mistakes in wires are reported at once.
const REPORTS: usize = 16;

/// Constants that fail, each for one fault of the app. What a callback says of a fault is evaluated
/// only where it has that fault, so that a right app is looked at once, as a whole. The fn is generic
/// and must not name a constant of the app: rustc would evaluate all of it again.
fn reports(name: &Ident, callbacks: &List) -> TokenStream {
    let fault = Ident::new("FAULT", Span::call_site());
    let reports = callbacks.reports(&name.to_token_stream(), &fault);
    let each = 0..REPORTS;
    let at = own_at("at", Span::call_site());
    quote! {
        const _: () = {
            const fn report<const #fault: usize>((list, #at): (usize, usize)) {
                #reports
            }
            #(const _: () = report::<#each>(
                <#name as ::dash::__private::Planned>::FAULTS.callback(#each, LISTS),
            );)*
        };
    }
}

/// Its ids are there once, and it has a place for pages if there are any.
fn layout_checks(name: &Ident, layout: &Path) -> TokenStream {
    let [message, shown] = [Span::call_site(), layout.span()].map(|span| own_at("message", span));
    let fail = quote_spanned!(layout.span()=> ::core::panic!("{}", #shown.as_str()));
    let check = |check: TokenStream| {
        quote! {
            const _: () = if let ::core::option::Option::Some(#message) =
                ::dash::__private::Message::#check(<#name as ::dash::__private::Planned>::PLAN)
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
    let [context, given] = [Span::call_site(), function.span()].map(|span| own_at("context", span));
    let build = quote_spanned!(function.span()=> #as_layout_fn::start(#function, #given));
    let requires = quote_spanned!(function.span()=> #as_layout_fn::requires(&#function));
    quote! {
        ::dash::__private::Layout::PerLoad(::dash::__private::PerLoad {
            name: #name,
            build: |#context| #build,
            requires: || #requires,
        })
    }
}

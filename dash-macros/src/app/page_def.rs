//! What a page becomes: what the compiler checks of it, and how the server builds it.
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Path};

use super::page::Page;
use super::parse::App;
use super::template::PathTemplate;
use crate::words::{compact, own_at};

/// The views of the pages, as the graph takes them.
pub(super) fn views(app: &App) -> TokenStream {
    let views = all(app).map(|Page { view, .. }| {
        let name = compact(view);
        let def = quote_spanned!(view.span()=> &<#view as ::dash::__private::Component>::VIEW);
        quote!(::dash::__private::PageView { name: #name, view: #def })
    });
    quote!(&[#(#views),*])
}

/// For each page a constant that fails where one of its ids is there twice.
pub(super) fn checks(app: &App) -> TokenStream {
    let name = &app.name;
    let check = |(number, page): (usize, &Page)| {
        let [message, shown] =
            [Span::call_site(), page.view.span()].map(|span| own_at("message", span));
        let fail = quote_spanned!(page.view.span()=> ::core::panic!("{}", #shown.as_str()));
        quote! {
            const _: () = if let ::core::option::Option::Some(#message) =
                ::dash::__private::Message::for_duplicate_on_page(
                    <#name as ::dash::__private::Planned>::PLAN,
                    #number,
                )
            {
                #fail
            };
        }
    };
    let parameters = all(app).map(parameter_check);
    all(app).enumerate().map(check).chain(parameters).collect()
}

/// A constant that fails where the path has a parameter that the view has not.
fn parameter_check(page: &Page) -> TokenStream {
    let Some(template) = page.template.as_ref().filter(|_| page.is_given_by_name()) else {
        return TokenStream::new();
    };
    let (view, span) = (compact(&page.view), template.literal.span());
    let text = template.literal.value();
    let given = template.names().map(ToString::to_string);
    let (path, message) = (&page.view, own_at("message", span));
    let known = quote_spanned!(path.span()=> <#path as ::dash::__private::Component>::PARAMETERS);
    let fail = quote_spanned!(span=> ::core::panic!("{}", #message.as_str()));
    quote! {
        const _: () = if let ::core::option::Option::Some(#message) =
            ::dash::__private::Message::for_unknown_parameter(&::dash::__private::PageParameters {
                view: #view,
                template: #text,
                given: &[#(#given),*],
                known: #known,
            })
        {
            #fail
        };
    }
}

/// Gives the app its pages, if it has any.
pub(super) fn with_pages(app: &App) -> TokenStream {
    if app.pages.is_empty() {
        return TokenStream::new();
    }
    let mut definitions: Vec<TokenStream> =
        all(app).enumerate().map(|(number, page)| definition(&app.name, number, page)).collect();
    let not_found = app.not_found.as_ref().and_then(|_| definitions.pop());
    let not_found = not_found.map_or_else(
        || quote!(::core::option::Option::None),
        |definition| quote!(::core::option::Option::Some(&#definition)),
    );
    quote! {
        .with_pages(
            {
                const PAGES: &[::dash::__private::PageDef] = &[#(#definitions),*];
                PAGES
            },
            {
                const NOT_FOUND: ::core::option::Option<&::dash::__private::PageDef> = #not_found;
                NOT_FOUND
            },
        )
    }
}

/// The pages, and last what is shown where none is.
fn all(app: &App) -> impl Iterator<Item = &Page> {
    app.pages.iter().chain(&app.not_found)
}

fn definition(app: &Ident, number: usize, page: &Page) -> TokenStream {
    let template = page.template.as_ref().map(|template| template.literal.value());
    let template = template.unwrap_or_default();
    let title = page.title();
    let [description, image] = [&page.options.description, &page.options.image].map(|text| {
        let some = text.as_ref().map(|text| quote!(::core::option::Option::Some(#text)));
        some.unwrap_or_else(|| quote!(::core::option::Option::None))
    });
    let redirects = page.options.redirect_from.iter().map(|path| &path.literal);
    let (build, requires) = match &page.function {
        Some(function) => by_fn(page, function),
        None => (by_view(page), quote!(::std::vec::Vec::new())),
    };
    let [parameters, context] =
        ["parameters", "context"].map(|name| own_at(name, Span::call_site()));
    quote! {
        ::dash::__private::PageDef {
            view: <#app as ::dash::__private::Planned>::PLAN.pages[#number],
            template: #template,
            title: #title,
            description: #description,
            image: #image,
            redirect_from: &[#(#redirects),*],
            build: |#parameters, #context| {
                let _ = (#parameters, #context);
                #build
            },
            requires: || #requires,
        }
    }
}

/// Each parameter sets the parameter of the view that has its name.
fn by_view(page: &Page) -> TokenStream {
    let Page { view, template, .. } = page;
    let unknown = page.is_given_by_name().then(|| unknown(page));
    let setters = template.iter().flat_map(|template| {
        parameters(template).map(|(name, value)| {
            let value = quote_spanned!(template.literal.span()=> (#value));
            quote!(.#name #value)
        })
    });
    let new = quote_spanned!(view.span()=> <#view>::new());
    let build = quote_spanned!(view.span()=> .build());
    let waiting = quote_spanned!(view.span()=> ::dash::__private::PageOf::<#view>::built);
    quote!({
        #unknown
        ::core::result::Result::Ok(#waiting(#new #(#setters)* #build))
    })
}

/// A setter for each parameter that the view has not, so that only the constant above speaks of it.
fn unknown(Page { view, template, .. }: &Page) -> TokenStream {
    let path = template.iter().flat_map(|template| &template.path);
    let query = template.iter().flat_map(|template| &template.query);
    let span = view.span();
    let (all, build) = (own_at("Unknown", span), Ident::new("build", span));
    quote! {
        #[allow(dead_code)]
        trait #all: ::core::marker::Sized {
            fn #build(self) -> ::dash::__private::View<#view> {
                ::core::unreachable!()
            }
            #(fn #path(self, _: ::std::string::String) {})*
            #(fn #query(self, _: ::core::option::Option<::std::string::String>) {})*
        }
        impl<T> #all for T {}
    }
}

/// The fn takes the parameters in order; and what it requires.
fn by_fn(Page { view, template, .. }: &Page, function: &Path) -> (TokenStream, TokenStream) {
    let given: Vec<TokenStream> =
        template.iter().flat_map(parameters).map(|(_, value)| value).collect();
    let types = given.iter().map(|_| quote!(_));
    let as_page_fn = quote_spanned! {function.span()=>
        ::dash::__private::PageFn::<#view, (#(#types,)*), _>
    };
    let context = own_at("context", function.span());
    (
        quote_spanned!(function.span()=> #as_page_fn::start(#function, (#(#given,)*), #context)),
        quote_spanned!(function.span()=> #as_page_fn::requires(&#function)),
    )
}

/// The parameters of the path, then those of the query: the name, and how its value is read.
fn parameters(template: &PathTemplate) -> impl Iterator<Item = (&Ident, TokenStream)> {
    let span = template.literal.span();
    let of_page = own_at("parameters", span);
    let in_query = of_page.clone();
    let path = template.path.iter().map(move |name| {
        let text = name.to_string();
        (name, quote_spanned!(span=> ::dash::__private::PathParameter::read(#of_page, #text)?))
    });
    let query = template.query.iter().map(move |name| {
        let text = name.to_string();
        (name, quote_spanned!(span=> ::dash::__private::QueryParameter::read(#in_query, #text)))
    });
    path.chain(query)
}

//! The builder of a view: what a parameter is given, and what is missing.
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::visit_mut::{self, VisitMut};
use syn::{Ident, Lifetime, Type, TypeReference, parse_quote};

use super::ast::{Head, Parameter};

/// A type with one state for each parameter; only where all are given it can build.
pub(super) fn builder(head: &Head, body: &TokenStream) -> TokenStream {
    let Head { vis, name, parameters, .. } = head;
    let builder = format_ident!("{name}Builder");
    let names: Vec<&Ident> = parameters.iter().map(|parameter| &parameter.name).collect();
    let types: Vec<Type> = parameters.iter().map(|parameter| in_scope(&parameter.ty)).collect();
    let states: Vec<Ident> = names.iter().map(|parameter| state_name(parameter)).collect();
    let traits: Vec<Ident> = names.iter().map(|parameter| trait_name(name, parameter)).collect();
    let needs = parameters.iter().zip(&traits).map(|(parameter, name)| need(head, parameter, name));
    let missing = names.iter().map(|_| quote!(::dash::__private::Missing));
    let setters = (0..names.len()).map(|at| setter(&builder, &names, &types, &states, at));
    let docs = format!("Starts to build `{name}`.");
    // On the name, as the view itself is.
    let item = quote_spanned!(name.span()=> struct #builder<'a, #(#states),*> {
        #(#names: #states,)*
        __scope: ::core::marker::PhantomData<&'a ()>,
    });
    let bounds = states.iter().zip(&traits).zip(&types).zip(&names).map(
        |(((state, name), ty), parameter)| quote_spanned!(parameter.span()=> #state: #name<#ty>),
    );
    let build = Ident::new("build", name.span());
    quote! {
        #[doc(hidden)]
        #[allow(missing_debug_implementations)]
        #vis #item

        impl #name {
            #[doc = #docs]
            pub const fn new<'a>() -> #builder<'a, #(#missing),*> {
                #builder {
                    #(#names: ::dash::__private::Missing,)*
                    __scope: ::core::marker::PhantomData,
                }
            }
        }

        #(#needs)*

        impl<'a, #(#states),*> #builder<'a, #(#states),*> {
            #(#setters)*

            #[doc(hidden)]
            pub fn #build(self) -> ::dash::__private::View<#name>
            where
                #(#bounds,)*
            {
                #(let #names = #traits::given(self.#names);)*
                ::dash::__private::View::new(#body)
            }
        }
    }
}

/// The bound on a parameter's state, whose text names the parameter.
fn need(head: &Head, parameter: &Parameter, name: &Ident) -> TokenStream {
    let vis = &head.vis;
    let (view, parameter) = (&head.name, parameter.name.unraw());
    let message = format!("`<{view}>` needs the parameter `{parameter}`");
    let label = format!("`{parameter}` is missing here");
    let note =
        format!("write `<{view} {parameter}=..>`, or `{{{parameter}}}` in the path of a page");
    quote! {
        #[doc(hidden)]
        #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
        #vis trait #name<T> {
            fn given(self) -> T;
        }

        impl<T> #name<T> for ::dash::__private::Given<T> {
            fn given(self) -> T {
                self.0
            }
        }
    }
}

/// The setter of one parameter leaves the other states as they are.
fn setter(
    builder: &Ident,
    names: &[&Ident],
    types: &[Type],
    states: &[Ident],
    at: usize,
) -> TokenStream {
    let (name, ty) = (names[at], &types[at]);
    let states = states.iter().enumerate().map(|(other, state)| {
        if other == at { quote!(::dash::__private::Given<#ty>) } else { quote!(#state) }
    });
    let others = names.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, name)| name);
    quote! {
        #[doc(hidden)]
        pub fn #name(self, #name: #ty) -> #builder<'a, #(#states),*> {
            #builder {
                #name: ::dash::__private::Given(#name),
                #(#others: self.#others,)*
                __scope: self.__scope,
            }
        }
    }
}

/// `TitleGiven`: readable where rustc shows it, and hardly the name of a type that stands beside it.
fn state_name(parameter: &Ident) -> Ident {
    format_ident!("{}Given", camel(parameter), span = Span::call_site())
}

/// `SalesHasTitle`
fn trait_name(view: &Ident, parameter: &Ident) -> Ident {
    format_ident!("{view}Has{}", camel(parameter), span = view.span())
}

fn camel(name: &Ident) -> String {
    name.unraw().to_string().split('_').map(capitalized).collect()
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The type with `'a` for every lifetime that is left out.
fn in_scope(ty: &Type) -> Type {
    let mut ty = ty.clone();
    Scope.visit_type_mut(&mut ty);
    ty
}

struct Scope;

impl VisitMut for Scope {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        reference.lifetime.get_or_insert_with(|| parse_quote!('a));
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = parse_quote!('a);
        }
    }
}

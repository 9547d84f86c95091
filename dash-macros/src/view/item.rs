//! What a named view becomes: a type with one constant for each id, and a builder for its parameters.
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::visit_mut::{self, VisitMut};
use syn::{Ident, Lifetime, Type, TypeReference, parse_quote};

use super::ast::{Head, Node, Parameter, branches};
use super::check::Family;
use super::{check, generate};
use crate::errors::Errors;
use crate::words::field_names;

/// The view; after a mistake, the same view without its markup.
pub(super) fn view(head: &Head, nodes: &[Node], errors: Errors) -> TokenStream {
    let body = if errors.is_empty() {
        generate::one(nodes)
    } else {
        let parameters = head.parameters.iter().map(|parameter| &parameter.name);
        quote!({ #(let _ = #parameters;)* ::dash::__private::Node::Empty })
    };
    let errors = errors.into_items();
    let Head { attributes, vis, name, .. } = head;
    let declaration = declaration(head, nodes);
    let builder = builder(head, &body);
    // All on the name: rustc shows the whole item where an id is missing from it.
    let item = quote_spanned!(name.span()=> struct #name;);
    quote! {
        #errors

        #(#attributes)*
        #[derive(Debug)]
        #[allow(dead_code)]
        #vis #item

        #declaration

        #builder
    }
}

/// The constants, and what `app!` reads of the view.
fn declaration(head: &Head, nodes: &[Node]) -> TokenStream {
    let name = &head.name;
    let text = name.to_string();
    let mut ids = Vec::new();
    check::ids(nodes, &mut ids);
    let mut families = Vec::new();
    check::families(nodes, &mut families);
    let constants = ids.iter().map(|(element, id)| constant(&element.tag, id));
    let handles = families.iter().map(|family| family_constant(&family.element.tag, family.name));
    let names = ids.iter().map(|(_, id)| id.unraw().to_string());
    let definitions = families.iter().map(|Family { name, literal, .. }| {
        let (name, fields) = (name.unraw().to_string(), field_names(literal));
        quote!(::dash::__private::IdDef::family(#name, #fields))
    });
    let mut tags = Vec::new();
    includes(nodes, 1, &mut tags);
    let includes = tags.iter().flat_map(|(tag, times)| vec![tag; *times]);
    quote! {
        #[allow(dead_code)]
        impl #name {
            #(#constants)*
            #(#handles)*

            #[doc(hidden)]
            pub const fn __handle(_id: &'static str) {}
        }

        impl ::dash::__private::Component for #name {
            type Handle = ();
            const VIEW: ::dash::__private::ViewDef = ::dash::__private::ViewDef {
                name: #text,
                ids: &[#(::dash::__private::IdDef::new(#names),)* #(#definitions),*],
                includes: &[#(&<#includes as ::dash::__private::Component>::VIEW),*],
            };
        }
    }
}

/// The constant's name is the user's own token, so that editors find and rename it.
fn constant(tag: &impl ToTokens, id: &Ident) -> TokenStream {
    let text = id.unraw().to_string();
    let docs = format!("The component with the id `{text}`.");
    quote! {
        #[doc = #docs]
        #[allow(non_upper_case_globals)]
        pub const #id: <#tag as ::dash::__private::Component>::Handle = <#tag>::__handle(#text);
    }
}

fn family_constant(tag: &impl ToTokens, name: &Ident) -> TokenStream {
    let text = name.unraw().to_string();
    let docs = format!("The components with an id `{text} {{ .. }}`.");
    quote! {
        #[doc = #docs]
        #[allow(non_upper_case_globals)]
        pub const #name: <#tag as ::dash::__private::Component>::Handle = <#tag>::__handle(#text);
    }
}

/// The tags of the nodes, and whether each can stand in the page once or more often.
///
/// Twice is enough to find an id that occurs more than once. Branches exclude each other.
pub(super) fn includes(nodes: &[Node], times: usize, tags: &mut Vec<(TokenStream, usize)>) {
    for node in nodes {
        if let Node::Element(element) = node {
            add(tags, element.tag.to_token_stream(), times);
        }
        let times = if matches!(node, Node::For(_)) { 2 } else { times };
        let mut most = Vec::new();
        for branch in branches(node) {
            let mut inside = Vec::new();
            includes(branch, times, &mut inside);
            keep_most(&mut most, inside);
        }
        for (tag, times) in most {
            add(tags, tag, times);
        }
    }
}

fn add(tags: &mut Vec<(TokenStream, usize)>, tag: TokenStream, times: usize) {
    match find(tags, &tag) {
        Some(known) => *known = 2.min(*known + times),
        None => tags.push((tag, times)),
    }
}

fn keep_most(most: &mut Vec<(TokenStream, usize)>, tags: Vec<(TokenStream, usize)>) {
    for (tag, times) in tags {
        match find(most, &tag) {
            Some(known) => *known = times.max(*known),
            None => most.push((tag, times)),
        }
    }
}

fn find<'a>(tags: &'a mut [(TokenStream, usize)], tag: &TokenStream) -> Option<&'a mut usize> {
    let text = tag.to_string();
    tags.iter_mut().find(|(known, _)| known.to_string() == text).map(|(_, times)| times)
}

/// A type with one state for each parameter; only where all are given it can build.
fn builder(head: &Head, body: &TokenStream) -> TokenStream {
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
    let note = format!("write `<{view} {parameter}=..>`");
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

/// `__Title`: no type of the user's, whose types stand beside it, is called so.
fn state_name(parameter: &Ident) -> Ident {
    format_ident!("__{}", camel(parameter), span = Span::call_site())
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

//! What a named view becomes: a type with one constant for each id, and what `app!` reads of it.
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::ast::{Head, Node};
use super::builder::builder;
use super::check::Family;
use super::tags::{Tags, count};
use super::{check, generate};
use crate::editor;
use crate::errors::Errors;
use crate::words::field_names;

/// The view.
pub(super) fn view(head: &Head, nodes: &[Node]) -> TokenStream {
    items(head, nodes, &generate::one(nodes))
}

/// The same view without its markup, which only an editor sees as far as it can be read.
pub(super) fn fallback(
    head: &Head,
    nodes: &[Node],
    errors: Errors,
    input: &TokenStream,
) -> TokenStream {
    let errors = errors.into_items();
    let (names, types): (Vec<&Ident>, Vec<&Type>) =
        head.parameters.iter().map(|parameter| (&parameter.name, &parameter.ty)).unzip();
    let body = quote!({ #(let _ = #names;)* ::dash::__private::Node::Empty });
    let items = items(head, nodes, &body);
    let markup = generate::one(nodes);
    let editor = editor::item(input, &quote!(#(let #names: #types;)* let _ = #markup;));
    quote!(#errors #items #editor)
}

fn items(head: &Head, nodes: &[Node], body: &TokenStream) -> TokenStream {
    let Head { attributes, vis, name, .. } = head;
    let declaration = declaration(head, nodes);
    let builder = builder(head, body);
    // All on the name: rustc shows the whole item where an id is missing from it.
    let item = quote_spanned!(name.span()=> struct #name;);
    quote! {
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
    let ids = check::ids(nodes);
    let mut families = Vec::new();
    check::families(nodes, &mut families);
    let constants = ids.iter().map(|(element, id)| constant(&element.tag, id));
    let handles = families.iter().map(|family| family_constant(&family.element.tag, family.name));
    let names = ids.iter().map(|(_, id)| id.unraw().to_string());
    let definitions = families.iter().map(|Family { name, literal, .. }| {
        let (name, fields, path) = (name.unraw().to_string(), field_names(literal), &literal.path);
        let home = quote_spanned!(path.span()=> <#path as ::dash::__private::DashId>::HOME);
        quote!(::dash::__private::IdDef::family(#name, #fields, #home))
    });
    let mut tags = Tags::new();
    count(nodes, 1, &mut tags);
    let parameters = head.parameters.iter().map(|parameter| parameter.name.unraw().to_string());
    let includes = tags.values().flat_map(|(tag, times)| vec![tag; *times]);
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
                key: ::dash::__private::key(::core::concat!(::core::module_path!(), "::", #text)),
                ids: &[#(::dash::__private::IdDef::new(#names),)* #(#definitions),*],
                includes: &[#(&<#includes as ::dash::__private::Component>::VIEW),*],
            };
            const PARAMETERS: &[&str] = &[#(#parameters),*];
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

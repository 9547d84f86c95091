//! `callbacks! { pub SALES: [update, drill] }`: a list that apps spread into their own.
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Token, Visibility};

use super::list::List;
use crate::editor;
use crate::errors::Errors;
use crate::words::own_at;

/// What stands in the call.
struct Group {
    attributes: Vec<Attribute>,
    vis: Visibility,
    name: Ident,
    list: List,
}

const FORM: &str = "help: write `callbacks! { pub GROUP: [a, module::b] }`";

/// Expands the call.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let parser = |input: ParseStream<'_>| parse(input, &mut errors);
    let items = match parser.parse2(input.clone()) {
        Ok(group) => items(&group),
        Err(error) => {
            let text = format!("{error}\n\n{FORM}");
            errors.push(syn::Error::new(error.span(), text));
            TokenStream::new()
        }
    };
    if errors.is_empty() {
        return items;
    }
    let (errors, editor) = (errors.into_items(), editor::item(&input, &TokenStream::new()));
    quote!(#errors #items #editor)
}

fn parse(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Group> {
    let attributes = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    let name: Ident = input.parse().map_err(|error| instead(&error, "the name of a group"))?;
    input.parse::<Token![:]>().map_err(|error| instead(&error, &format!("`:` after `{name}`")))?;
    let list = List::parse(input, &name, errors).unwrap_or_else(|error| {
        errors.push(error);
        List::default()
    });
    if !input.is_empty() {
        return Err(input.error("a `callbacks!` ends with its `]`"));
    }
    Ok(Group { attributes, vis, name, list })
}

fn instead(error: &syn::Error, wanted: &str) -> syn::Error {
    syn::Error::new(error.span(), format!("expected {wanted}"))
}

/// A type of the group's name. Its callbacks count as listed even where no app lists the group,
/// so that only the group is called forgotten.
fn items(group: &Group) -> TokenStream {
    let Group { attributes, vis, name, list } = group;
    let definitions = list.definitions();
    let listed = listed(group);
    let report = report(group);
    quote! {
        #(#attributes)*
        #[derive(Debug)]
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #vis enum #name {}

        const _: () = {
            const LISTS: &[&[&::dash::__private::CallbackDef]] = #definitions;
            const _: &[&[&::dash::__private::CallbackDef]] = LISTS;

            #listed
            #report
        };
    }
}

/// The constant that `app!` reads; as with a callback, its span lets rustc call it dead code.
fn listed(Group { vis, name, .. }: &Group) -> TokenStream {
    let reason = format!("no `app!` lists this group: add `..{name}` to `callbacks: [..]`");
    let head = quote_spanned!(name.span()=>
        #[deny(dead_code, reason = #reason)]
        #[allow(unreachable_pub)]
        #[doc(hidden)]
        #vis const LISTED_IN_APP: ::dash::__private::CallbackGroup =
    );
    let group = quote!(::dash::__private::CallbackGroup {
        callbacks: &::dash::__private::join::<{ ::dash::__private::count(LISTS) }>(LISTS),
    });
    let end = quote_spanned!(name.span()=> ;);
    let implementation = quote_spanned!(name.span()=> impl #name);
    quote!(#implementation { #head #group #end })
}

/// Leads to the callback that has the fault.
fn report(Group { vis, name, list, .. }: &Group) -> TokenStream {
    let fault = Ident::new("__FAULT", Span::call_site());
    let reports = list.reports(&quote!(__App), &fault);
    let at = own_at("at", Span::call_site());
    quote! {
        impl #name {
            #[allow(dead_code, unreachable_pub)]
            #[doc(hidden)]
            #vis const fn report_fault<__App: ::dash::__private::Planned, const #fault: usize>(
                #at: usize,
            ) {
                let (list, #at) = ::dash::__private::part_of(LISTS, #at);
                #reports
            }
        }
    }
}

//! `#[derive(DashId)]`: a struct whose values are ids of components.
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Field, Fields, Ident};

use crate::errors::Errors;

/// Expands the derive; after a mistake, an id that is never read.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let fields = fields(&input, &mut errors);
    if errors.is_empty() { implementation(&input, &fields) } else { fallback(&input, errors) }
}

fn fields<'a>(input: &'a DeriveInput, errors: &mut Errors) -> Vec<&'a Field> {
    let name = &input.ident;
    if !input.generics.params.is_empty() {
        errors.add(
            &input.generics,
            "an id with fields cannot be generic\n\nhelp: remove the parameters",
        );
    }
    let fields = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => fields.named.iter().collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    if fields.is_empty() {
        errors.add(name, format!("`{name}` is not a struct with named fields\n\nhelp: write `struct {name} {{ row: u32 }}`"));
    }
    for field in fields.iter().filter_map(|field| field.ident.as_ref()) {
        if field.unraw() == "type" {
            errors.add(field, format!("`type` cannot be a field of an id: in the page it holds the name `{name}`\n\nhelp: choose another name"));
        }
    }
    fields
}

/// What the setter `id` takes.
fn setter(input: &DeriveInput) -> TokenStream {
    let name = &input.ident;
    let (impl_generics, generics, bounds) = input.generics.split_for_impl();
    let text = quote!(::core::option::Option<::std::string::String>);
    quote! {
        impl #impl_generics ::dash::__private::IntoProp<#text> for #name #generics #bounds {
            fn into_prop(self) -> ::dash::__private::PropValue {
                ::core::convert::Into::into(::dash::__private::DashId::into_keys(self))
            }
        }
    }
}

fn implementation(input: &DeriveInput, fields: &[&Field]) -> TokenStream {
    let name = &input.ident;
    let text = name.unraw().to_string();
    let count = fields.len();
    let names: Vec<&Ident> = fields.iter().filter_map(|field| field.ident.as_ref()).collect();
    let texts: Vec<String> = names.iter().map(|name| name.unraw().to_string()).collect();
    let into = fields.iter().zip(&names).map(|(field, name)| {
        let ty = &field.ty;
        quote_spanned!(ty.span()=> <#ty as ::dash::__private::IdKey>::into_key(self.#name))
    });
    let from = fields.iter().zip(&texts).map(|(field, text)| {
        let ty = &field.ty;
        quote_spanned!(ty.span()=> <#ty as ::dash::__private::IdKey>::from_key(keys.get(#text)?)?)
    });
    let setter = setter(input);
    quote! {
        #setter

        impl ::dash::__private::DashId for #name {
            const TYPE: &'static str = #text;
            const HOME: &'static str = ::core::module_path!();

            fn into_keys(self) -> ::dash::__private::IdKeys {
                ::dash::__private::IdKeys::of(#text)#(.with(#texts, #into))*
            }

            fn from_keys(
                keys: &::dash::__private::IdKeys,
            ) -> ::core::option::Option<Self> {
                if !keys.is(#text, #count) {
                    return ::core::option::Option::None;
                }
                ::core::option::Option::Some(Self {
                    #(#names: #from,)*
                })
            }
        }
    }
}

/// Keeps the rest of the program free of further errors.
fn fallback(input: &DeriveInput, errors: Errors) -> TokenStream {
    let errors = errors.into_items();
    let name = &input.ident;
    let text = name.unraw().to_string();
    let (impl_generics, generics, bounds) = input.generics.split_for_impl();
    let setter = setter(input);
    quote! {
        #errors
        #setter

        impl #impl_generics ::dash::__private::DashId for #name #generics #bounds {
            const TYPE: &'static str = #text;
            const HOME: &'static str = ::core::module_path!();

            fn into_keys(self) -> ::dash::__private::IdKeys {
                ::dash::__private::IdKeys::of(#text)
            }

            fn from_keys(
                _: &::dash::__private::IdKeys,
            ) -> ::core::option::Option<Self> {
                ::core::option::Option::None
            }
        }
    }
}

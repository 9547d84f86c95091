//! What the derives write: the wires as constants, the fields read or written, and the checks.
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{DeriveInput, Generics, Ident, parse_quote};

use super::Kind;
use super::fields::{Read, Wired};
use crate::callback::generate::list;
use crate::callback::listed::each;
use crate::callback::prepare::{numbered, own, read_wire, write_wire};
use crate::callback::wire::Wire;
use crate::errors::Errors;

/// The implementation for a struct without mistakes.
pub(super) fn implementation(kind: Kind, input: &DeriveInput, fields: &[Wired<'_>]) -> TokenStream {
    match kind {
        Kind::Inputs => inputs(input, fields, &reads(fields)),
        Kind::Outputs => outputs(input, fields, &writes(fields)),
    }
}

/// Keeps the rest of the program free of further errors, and the finished wires for the editor.
pub(super) fn fallback(
    kind: Kind,
    input: &DeriveInput,
    fields: &Read<'_>,
    errors: Errors,
) -> TokenStream {
    let errors = errors.into_items();
    let wires = fields.wired.iter().map(|field| &field.wire.tokens);
    let unfinished = &fields.unfinished;
    let implementation = match kind {
        Kind::Inputs => inputs(input, &[], &quote!(::core::unreachable!())),
        Kind::Outputs => outputs(input, &[], &TokenStream::new()),
    };
    quote! {
        #errors
        const _: () = {
            fn wires() {
                #(let _ = #wires;)*
                #(let _ = #unfinished;)*
            }
        };
        #implementation
    }
}

fn inputs(input: &DeriveInput, fields: &[Wired<'_>], read: &TokenStream) -> TokenStream {
    let name = &input.ident;
    let [inputs, states] = ["input", "state"].map(|clause| of(fields, clause));
    let checks = [(&inputs, quote!(__INPUT)), (&states, quote!(__STATE))]
        .map(|(wires, at)| each(wires, &at));
    let [inputs, states] = [inputs, states].map(list);
    let values = own("values");
    let (impl_generics, generics, bounds) = input.generics.split_for_impl();
    let listed = listed(input, &["__INPUT", "__STATE"]);
    let (listed_generics, ..) = listed.split_for_impl();
    quote! {
        impl #impl_generics ::dash::__private::Inputs for #name #generics #bounds {
            const INPUTS: &'static [::dash::__private::Dependency] = #inputs;
            const STATES: &'static [::dash::__private::Dependency] = #states;

            type In<
                __App: ::dash::__private::Planned,
                const __FAULT: usize,
                const __INPUT: usize,
                const __STATE: usize,
            > = Self;

            fn read(
                #values: &mut ::dash::__private::Args<'_>,
            ) -> ::core::result::Result<Self, ::dash::__private::Rejection> {
                #read
            }
        }

        impl #listed_generics ::dash::__private::InputsListedIn<__App, __FAULT, __INPUT, __STATE>
            for #name #generics #bounds
        {
            const WIRES: () = { #(#checks)* };
        }
    }
}

fn outputs(input: &DeriveInput, fields: &[Wired<'_>], write: &TokenStream) -> TokenStream {
    let name = &input.ident;
    let wired = of(fields, "output");
    let checks = each(&wired, &quote!(__OUTPUT));
    let wired = list(wired);
    let values = own("values");
    let (impl_generics, generics, bounds) = input.generics.split_for_impl();
    let listed = listed(input, &["__OUTPUT"]);
    let (listed_generics, ..) = listed.split_for_impl();
    quote! {
        impl #impl_generics ::dash::__private::Outputs for #name #generics #bounds {
            const OUTPUTS: &'static [::dash::__private::Dependency] = #wired;

            type In<
                __App: ::dash::__private::Planned,
                const __FAULT: usize,
                const __OUTPUT: usize,
            > = Self;

            fn write(self, #values: &mut ::dash::__private::OutputValues) {
                #write
            }
        }

        impl #listed_generics ::dash::__private::OutputsListedIn<__App, __FAULT, __OUTPUT>
            for #name #generics #bounds
        {
            const WIRES: () = { #checks };
        }
    }
}

/// The struct's own generics, which are a mistake, and those of its place in a callback.
fn listed(input: &DeriveInput, places: &[&str]) -> Generics {
    let mut generics = input.generics.clone();
    generics.params.push(parse_quote!(__App: ::dash::__private::Planned));
    for place in ["__FAULT"].iter().chain(places) {
        let place = Ident::new(place, Span::call_site());
        generics.params.push(parse_quote!(const #place: usize));
    }
    generics
}

fn reads(fields: &[Wired<'_>]) -> TokenStream {
    let ((sources, tokens), values) = (wires(fields), own("values"));
    let reads = fields.iter().zip(&sources).map(|(field, source)| {
        let clause = if field.clause == "input" { "inputs" } else { "states" };
        let (name, read) = (field.name, read_wire(&field.wire, source, field.ty, &values, clause));
        quote!(#name: #read)
    });
    quote! {
        #(let #sources = #tokens;)*
        ::core::result::Result::Ok(Self { #(#reads),* })
    }
}

fn writes(fields: &[Wired<'_>]) -> TokenStream {
    let ((targets, tokens), values) = (wires(fields), own("values"));
    let writes = fields.iter().zip(&targets).map(|(field, target)| {
        let name = field.name;
        write_wire(&field.wire, target, field.ty, &quote!(self.#name))
    });
    quote! {
        #(let #targets = #tokens;)*
        #values.extend([#(#writes),*]);
    }
}

/// The wires of one clause.
fn of<'a>(fields: &'a [Wired<'_>], clause: &str) -> Vec<&'a Wire> {
    fields.iter().filter(|field| field.clause == clause).map(|field| &field.wire).collect()
}

/// A variable for each wire, and its tokens.
fn wires<'a>(fields: &'a [Wired<'_>]) -> (Vec<Ident>, Vec<&'a TokenStream>) {
    numbered("wire").zip(fields.iter().map(|field| &field.wire.tokens)).unzip()
}

//! `endpoint = "/path"`: where programs call the callback with JSON, and what they call its parameters.
use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{FnArg, LitStr, Pat, Signature};

use super::args::Args;
use crate::errors::Errors;

pub(super) const ENDPOINT: &str = "endpoint";

/// The path of an endpoint.
pub(super) struct Endpoint(LitStr);

impl Endpoint {
    /// What is said where no such path stands behind the word.
    pub(super) const EXPECTED: &str = "expected the path of an endpoint\n\nhelp: write `endpoint = \"/path\"`, of letters, digits, `-`, `_`, `.` and `/`; what starts with `/_` is the server's";
}

impl Parse for Endpoint {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path: LitStr = input.parse()?;
        if is_path(&path.value()) {
            return Ok(Self(path));
        }
        Err(syn::Error::new(path.span(), Self::EXPECTED))
    }
}

/// What needs no escapes, and is no path of the server's own.
fn is_path(path: &str) -> bool {
    let Some(rest) = path.strip_prefix('/') else { return false };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    let mut parts = rest.split('/');
    rest.chars().all(is_plain)
        && parts.all(|part| !part.is_empty() && !part.starts_with('.'))
        && !rest.starts_with('_')
}

/// Each parameter has a name, by which a program gives it.
pub(super) fn check(args: &Args, function: &Signature, errors: &mut Errors) {
    let Some(Endpoint(path)) = &args.endpoint else { return };
    if args.client.is_some() {
        errors.add(path, "the browser runs this callback, and the server has no endpoint for it\n\nhelp: remove `endpoint`");
    }
    if args.background.word.is_some() {
        errors.add(path, "a program would get no result of a callback that runs in the background\n\nhelp: remove `endpoint`");
    }
    for group in args.groups() {
        errors.add(group, "an endpoint takes the props one by one\n\nhelp: write the wires of the struct here, or remove `endpoint`");
    }
    for parameter in parameters(args, function).filter(|parameter| name(parameter).is_none()) {
        errors.add(
            parameter,
            "a parameter of an endpoint needs a name\n\nhelp: take it apart in the body of the fn",
        );
    }
}

/// The constant that the runtime has of it.
pub(super) fn definition(args: &Args, function: &Signature) -> TokenStream {
    let Some(Endpoint(path)) = &args.endpoint else { return quote!(::core::option::Option::None) };
    let names = parameters(args, function).filter_map(name);
    quote! {
        ::core::option::Option::Some(::dash::__private::Endpoint {
            path: #path,
            parameters: &[#(#names),*],
        })
    }
}

/// Those that are wired.
fn parameters<'a>(args: &'a Args, function: &'a Signature) -> impl Iterator<Item = &'a FnArg> {
    function.inputs.iter().take(args.wired().count())
}

/// `region`, also of `_region`.
fn name(parameter: &FnArg) -> Option<String> {
    let FnArg::Typed(typed) = parameter else { return None };
    let Pat::Ident(name) = &*typed.pat else { return None };
    let name = name.ident.to_string();
    let name = name.strip_prefix("r#").unwrap_or(&name);
    let plain = name.trim_start_matches('_');
    (!plain.is_empty()).then(|| plain.to_owned())
}

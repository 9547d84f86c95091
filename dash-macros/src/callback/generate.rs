//! What a callback becomes: the fn as it is, and a type of the same name that holds its definition.
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Attribute, Ident, ItemFn};

use super::args::Args;
use super::endpoint;
use super::entry::Entry;
use super::listed;
use super::on_error;
use super::pattern::Pattern;
use super::prepare;
use super::progress;
use super::running::Running;
use super::signature::{self, Signature};
use super::wire::Wire;
use crate::errors::Errors;

/// The fn and its definition.
pub(super) fn callback(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let definition = definition(args, function, signature);
    items(args, function, &definition, args.option("unlisted").is_some())
}

/// The fn, what is wrong with its attribute, and a definition that keeps `app!` quiet.
pub(super) fn fallback(args: &Args, function: &ItemFn, errors: Errors) -> TokenStream {
    let errors = errors.into_items();
    let wires = args.wired().chain(&args.outputs).map(Entry::mention);
    let others = args.background.wires().map(|wire| &wire.tokens);
    let unfinished = &args.unfinished;
    let definition = quote!(::dash::__private::BROKEN_CALLBACK);
    let items = items(&Args::default(), &owned(function), &definition, true);
    quote! {
        #errors
        const _: () = {
            fn wires() {
                #(let _ = #wires;)*
                #(let _ = #others;)*
                #(let _ = #unfinished;)*
            }
        };
        #items
    }
}

/// The fn with values for parameters that borrow them, of which rustc would complain as well.
fn owned(function: &ItemFn) -> ItemFn {
    let mut function = function.clone();
    for parameter in &mut function.sig.inputs {
        if let Some(owned) = signature::owned(parameter) {
            *parameter = owned;
        }
    }
    function
}

fn items(args: &Args, function: &ItemFn, definition: &TokenStream, unlisted: bool) -> TokenStream {
    let (name, vis) = (&function.sig.ident, &function.vis);
    let cfg: Vec<&Attribute> = function.attrs.iter().filter(|a| a.path().is_ident("cfg")).collect();
    let listed = listed(function, definition, unlisted);
    let (wires, report) = (listed::wires(args, name), listed::report(args, function));
    let duplicates =
        listed::duplicates(args).map(|check| quote!(#(#cfg)* const _: () = { #check };));
    let function = args.client.is_none().then(|| quote!(#[allow(dead_code)] #function));
    quote! {
        #function

        #(#cfg)*
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        #vis struct #name {}

        #(#cfg)*
        #listed

        #(#cfg)*
        #wires

        #(#cfg)*
        #report

        #duplicates
    }
}

/// The constant that `app!` reads. Where none does, rustc calls it dead code, and that is an error.
///
/// The lint is silent for code of another crate's macro, so that the item's first and last token
/// carry the span of the fn's name.
fn listed(function: &ItemFn, definition: &TokenStream, unlisted: bool) -> TokenStream {
    let (name, vis) = (&function.sig.ident, &function.vis);
    let lint = if unlisted {
        quote!(allow(dead_code))
    } else {
        let reason = format!(
            "no `app!` lists the callback `{name}`: add it to `callbacks: [..]`, or write `unlisted` in its attribute"
        );
        quote_spanned!(name.span()=> deny(dead_code, reason = #reason))
    };
    let head = quote_spanned!(name.span()=>
        #[#lint]
        #[allow(unreachable_pub)]
        #[doc(hidden)]
        #vis const LISTED_IN_APP: ::dash::__private::CallbackDef =
    );
    let end = quote_spanned!(name.span()=> ;);
    let implementation = quote_spanned!(name.span()=> impl #name);
    quote!(#implementation { #head #definition #end })
}

fn definition(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let prepare = prepare::prepare(args, function, signature);
    let name = function.sig.ident.to_string();
    let outputs = dependencies(&args.outputs, "Outputs", "OUTPUTS");
    let inputs = dependencies(&args.inputs, "Inputs", "INPUTS");
    let states = states(args);
    let rest = rest(args, function, signature);
    quote! {
        ::dash::__private::CallbackDef {
            prepare: #prepare,
            name: #name,
            module: ::core::module_path!(),
            outputs: #outputs,
            inputs: #inputs,
            states: #states,
            #rest
            ..::dash::__private::BROKEN_CALLBACK
        }
    }
}

/// What few callbacks have: each list of a constant is one more that rustc evaluates.
fn rest(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let client = args.client.as_ref().map(|client| {
        let client = client.definition();
        quote!(client: ::core::option::Option::Some(#client),)
    });
    let running = (!args.running.is_empty()).then(|| {
        let running = args.running.iter().map(Running::definition);
        quote!(running: &[#(#running),*],)
    });
    let extracted = signature.parameters.iter().skip(args.wired().count());
    let requires: Vec<_> = extracted.filter(|ty| progress::values(ty).is_none()).collect();
    let requires = (!requires.is_empty()).then(
        || quote!(requires: &[#(<#requires as ::dash::__private::FromContext>::requirement),*],),
    );
    let endpoint = endpoint::definition(args, &function.sig);
    let on_error = on_error::definition(args, signature);
    let background = args.background.definition();
    let options = options(args, signature);
    quote! {
        #client #running #requires #options
        endpoint: #endpoint,
        on_error: #on_error,
        background: #background,
    }
}

/// The wires of a clause, with those of structs in their places.
fn dependencies(entries: &[Entry], of: &str, constant: &str) -> TokenStream {
    if entries.iter().all(|entry| entry.wire().is_some()) {
        return list(entries.iter().filter_map(Entry::wire));
    }
    let parts = entries.iter().map(|entry| match entry {
        Entry::Wire(wire) => list([&**wire]),
        Entry::Group(path) => listed::in_group(path, of, constant),
    });
    joined(parts, &listed::count(entries, of, constant))
}

/// The states of the structs among the inputs, then the callback's own.
fn states(args: &Args) -> TokenStream {
    let own = list(args.states.iter().filter_map(Entry::wire));
    let groups = args.inputs.iter().filter_map(Entry::group);
    let groups: Vec<TokenStream> =
        groups.map(|path| listed::in_group(path, "Inputs", "STATES")).collect();
    if groups.is_empty() {
        return own;
    }
    let count = args.states.len();
    joined(groups.iter().cloned().chain([own]), &quote!(#count #(+ #groups.len())*))
}

/// Wires as a constant list.
pub(super) fn list<'a>(wires: impl IntoIterator<Item = &'a Wire>) -> TokenStream {
    let dependencies = wires.into_iter().map(dependency);
    quote!(&[#(#dependencies),*])
}

/// Constant lists as one, which is as long as `count` says.
fn joined(parts: impl Iterator<Item = TokenStream>, count: &TokenStream) -> TokenStream {
    quote!({
        const COUNT: usize = #count;
        &::dash::__private::wires::<COUNT>(&[#(#parts),*])
    })
}

pub(super) fn dependency(Wire { tokens, pattern, modifier, .. }: &Wire) -> TokenStream {
    let modifier = modifier.as_ref().map(|word| {
        let word = Ident::new(&word.to_string(), Span::call_site());
        quote!(.#word())
    });
    let of = pattern.as_ref().map(Pattern::constant).map(|pattern| quote!(.of(#pattern)));
    quote!(::dash::__private::Prop::dependency(#tokens)#of #modifier)
}

/// The words of the attribute, if it has any, and whether the fn gives a stream: that goes over a socket.
fn options(args: &Args, signature: &Signature) -> TokenStream {
    let words = ["circular", "prevent_initial_call", "cancel", "websocket", "stream"];
    let placements = [("blocking", "Blocking"), ("inline", "Inline")];
    let named = |word: &str| Ident::new(word, Span::call_site());
    let of_streams =
        |word: &str| signature.stream.is_some() && matches!(word, "websocket" | "stream");
    let is_there = |word: &&str| args.option(word).is_some() || of_streams(word);
    let words = words.into_iter().filter(is_there).map(|word| {
        let word = named(word);
        quote!(#word: true,)
    });
    let placements = placements.into_iter().filter(|(word, _)| args.option(word).is_some());
    let placements = placements.map(|(_, placement)| {
        let placement = named(placement);
        quote!(placement: ::dash::__private::Placement::#placement,)
    });
    let options: Vec<TokenStream> = words.chain(placements).collect();
    if options.is_empty() {
        return TokenStream::new();
    }
    quote! {
        options: ::dash::__private::CallbackOptions {
            #(#options)*
            ..::dash::__private::BROKEN_CALLBACK.options
        },
    }
}

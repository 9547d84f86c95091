//! The fn between a request's values and the user's fn: read the arguments, call, write the outputs.
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, ReturnType, Type};

use super::args::Args;
use super::entry::Entry;
use super::progress;
use super::signature::{Returns, Signature};
use super::wire::Wire;

/// An entry, and the variable that holds its prop if it is a wire.
pub(super) type Held<'a> = (&'a Entry, Ident);

/// A closure that reads the arguments and returns the job. Each wire stands in it once on its own,
/// for the editor; its names are the macro's, so that none of the user's is shadowed.
pub(super) fn prepare(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let [values, context] = [own("values"), own("context")];
    let sources: Vec<Held<'_>> = args.wired().zip(numbered("source")).collect();
    let (targets, held) = targets(args);
    let arguments: Vec<Ident> = numbered("argument").take(signature.parameters.len()).collect();
    let props = props(&sources);
    let mut wired = sources.iter().enumerate();
    let reads = signature.parameters.iter().map(|ty| match wired.next() {
        Some((at, source)) if at < args.inputs.len() => read(source, ty, &values, "inputs"),
        Some((_, source)) => read(source, ty, &values, "states"),
        None => match progress::values(ty) {
            Some(values) => progress::make(&args.background.progress, ty, values, &context),
            None => extract(ty, &context),
        },
    });
    let call = call(args, function, &arguments);
    let job = job(function, signature, &call, &held);
    quote! {
        |#values, #context| {
            #props
            #targets
            #(let #arguments = #reads;)*
            ::core::result::Result::Ok(#job)
        }
    }
}

/// The outputs' props in variables, and which is whose.
pub(super) fn targets(args: &Args) -> (TokenStream, Vec<Held<'_>>) {
    let held: Vec<Held<'_>> = args.outputs.iter().zip(numbered("target")).collect();
    (props(&held), held)
}

fn props(held: &[Held<'_>]) -> TokenStream {
    held.iter()
        .filter_map(|(entry, name)| {
            entry.wire().map(|Wire { tokens, .. }| quote!(let #name = #tokens;))
        })
        .collect()
}

fn read((entry, source): &Held<'_>, ty: &Type, values: &Ident, clause: &str) -> TokenStream {
    match entry {
        Entry::Wire(wire) => read_wire(wire, source, ty, values, clause),
        Entry::Group(path) => {
            quote!(<#path as ::dash::__private::Inputs>::read_as::<#ty>(#values)?)
        }
    }
}

/// Where the type does not fit the prop, it is the caret.
pub(super) fn read_wire(
    wire: &Wire,
    source: &Ident,
    ty: &Type,
    values: &Ident,
    clause: &str,
) -> TokenStream {
    let (source, clause) = (over(source, ty), Ident::new(clause, Span::call_site()));
    let give =
        if wire.is_list() { quote!(GivesAll::<#ty>::give_all) } else { quote!(Gives::<#ty>::give) };
    quote!(::dash::__private::#give(#source, &mut #values.#clause)?)
}

fn extract(ty: &Type, context: &Ident) -> TokenStream {
    let extract = quote_spanned!(ty.span()=> <#ty as ::dash::__private::FromContext>::from_context);
    quote!(#extract(#context).map_err(::dash::__private::Rejection::Extractor)?)
}

/// The call of the user's fn, or what has its types where the browser runs the callback.
fn call(args: &Args, function: &ItemFn, arguments: &[Ident]) -> TokenStream {
    let ItemFn { sig, .. } = function;
    let name = &sig.ident;
    if args.client.is_some() {
        let result = match &sig.output {
            ReturnType::Type(_, ty) => quote!(#ty),
            ReturnType::Default => quote!(()),
        };
        return quote!(::dash::__private::in_browser::<_, #result>((#(#arguments,)*)));
    }
    let wait = sig.asyncness.map(|_| quote!(.await));
    quote!(#name(#(#arguments),*)#wait)
}

/// On the fn's name, since a future that cannot change threads is refused here.
fn job(
    function: &ItemFn,
    signature: &Signature,
    call: &TokenStream,
    targets: &[Held<'_>],
) -> TokenStream {
    let name = &function.sig.ident;
    let value = value(call, signature.error.as_ref());
    if let Some(items) = &signature.stream {
        let item = own("item");
        let each = self::value(&quote!(#item), items.error.as_ref());
        let outputs = outputs(&signature.returns, &each, targets);
        let ok = quote!(::core::result::Result::Ok);
        return quote_spanned!(name.span()=>
            ::dash::__private::Job::stream(async move { #ok(#value) }, move |#item| { #ok(#outputs) })
        );
    }
    let outputs = outputs(&signature.returns, &value, targets);
    let body = quote!({ ::core::result::Result::Ok(#outputs) });
    if function.sig.asyncness.is_some() {
        let future = quote_spanned!(name.span()=> async move #body);
        quote_spanned!(name.span()=>
            ::dash::__private::Job::Async(::std::boxed::Box::pin(#future))
        )
    } else {
        quote_spanned!(name.span()=> ::dash::__private::Job::now(move || #body))
    }
}

/// What is given, out of its `Result` if it is one.
fn value(given: &TokenStream, error: Option<&Type>) -> TokenStream {
    error.map_or_else(|| given.clone(), |error| or_fail(given, error))
}

/// The value of a `Result`, or the end of the job.
fn or_fail(call: &TokenStream, error: &Type) -> TokenStream {
    let [value, reason] = [own("value"), own("reason")];
    let convert = quote_spanned!(error.span()=>
        <#error as ::dash::__private::IntoCallbackError>::into_error
    );
    quote! {
        match #call {
            ::core::result::Result::Ok(#value) => #value,
            ::core::result::Result::Err(#reason) => {
                return ::core::result::Result::Err(#convert(#reason));
            }
        }
    }
}

/// The values that go to the page, in the order of the outputs.
pub(super) fn outputs(returns: &Returns, value: &TokenStream, targets: &[Held<'_>]) -> TokenStream {
    match returns {
        Returns::Each(types) => {
            let (pattern, each) = each(types, targets);
            quote!({ let #pattern = #value; #each })
        }
        Returns::AllOrNone(types) => {
            let (pattern, each) = each(types, targets);
            let nothing = nothing(targets);
            quote! {
                match #value {
                    ::dash::__private::Update::Set(#pattern) => #each,
                    ::dash::__private::Update::Skip => #nothing,
                }
            }
        }
        Returns::Nothing => {
            let nothing = nothing(targets);
            quote!({ let ::dash::__private::NoUpdate = #value; #nothing })
        }
    }
}

/// A pattern for the values, and the list of what they become.
fn each(types: &[Type], targets: &[Held<'_>]) -> (TokenStream, TokenStream) {
    let values: Vec<Ident> = numbered("value").take(targets.len()).collect();
    let pattern = match &values[..] {
        [one] => quote!(#one),
        several => quote!((#(#several),*)),
    };
    let values: Vec<TokenStream> = values.iter().map(|value| quote!(#value)).collect();
    (pattern, list(targets, types, &values))
}

/// The list that leaves all outputs alone.
fn nothing(targets: &[Held<'_>]) -> TokenStream {
    let no_update: Type = syn::parse_quote!(::dash::__private::NoUpdate);
    let values = vec![quote!(#no_update); targets.len()];
    list(targets, &vec![no_update; targets.len()], &values)
}

/// What the values become: a list at once, or one that the structs add their fields to.
fn list(targets: &[Held<'_>], types: &[Type], values: &[TokenStream]) -> TokenStream {
    let outputs = own("outputs");
    let written: Vec<TokenStream> = targets
        .iter()
        .zip(types.iter().zip(values))
        .map(|((entry, target), (ty, value))| match entry {
            Entry::Wire(wire) => write_wire(wire, target, ty, value),
            Entry::Group(path) => {
                quote!(<#path as ::dash::__private::Outputs>::write_from::<#ty, _>(#value, &mut #outputs))
            }
        })
        .collect();
    if targets.iter().all(|(entry, _)| entry.wire().is_some()) {
        return quote!(::dash::__private::outputs([#(#written),*]));
    }
    let steps = targets.iter().zip(&written).map(|((entry, _), written)| match entry {
        Entry::Wire(_) => quote!(#outputs.push(#written)),
        Entry::Group(_) => written.clone(),
    });
    quote!({ let mut #outputs = ::std::vec::Vec::new(); #(#steps;)* #outputs })
}

/// The same of what is returned.
pub(super) fn write_wire(
    wire: &Wire,
    target: &Ident,
    ty: &Type,
    value: &TokenStream,
) -> TokenStream {
    let target = over(target, ty);
    let take = if wire.is_list() {
        quote!(TakesAll::<#ty, _>::take_all)
    } else {
        quote!(Takes::<#ty, _>::take)
    };
    quote!(::dash::__private::#take(#target, #value))
}

/// A name that only the macro's own code sees.
pub(super) fn own(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The variable `held`, spanned over all of `place`: where the prop lacks a trait, rustc marks this
/// argument. Brackets stand at both ends, since to a name an editor would go.
pub(super) fn over(held: &Ident, place: &impl ToTokens) -> TokenStream {
    let tokens: Vec<TokenTree> = place.to_token_stream().into_iter().collect();
    let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
    let tuple = quote_spanned!(span(tokens.first())=> (#held,));
    let field = quote_spanned!(span(tokens.last())=> .0);
    quote!(#tuple #field)
}

pub(super) fn numbered(name: &'static str) -> impl Iterator<Item = Ident> {
    (0_usize..).map(move |at| format_ident!("{name}_{at}", span = Span::mixed_site()))
}

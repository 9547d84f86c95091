//! The fn between a request's values and the user's fn: read the arguments, call, write the outputs.
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, ItemFn, ReturnType, Type};

use super::args::Args;
use super::signature::{Returns, Signature};
use super::wire::Wire;

/// A wire, and the variable that holds its prop.
type Held<'a> = (&'a Wire, Ident);

/// A closure that reads the arguments and returns the job. Each wire stands in it once on its own,
/// for the editor; its names are the macro's, so that none of the user's is shadowed.
pub(super) fn prepare(args: &Args, function: &ItemFn, signature: &Signature) -> TokenStream {
    let [values, context] = [own("values"), own("context")];
    let sources: Vec<Held<'_>> = args.wired().zip(numbered("source")).collect();
    let targets: Vec<Held<'_>> = args.outputs.iter().zip(numbered("target")).collect();
    let arguments: Vec<Ident> = numbered("argument").take(signature.parameters.len()).collect();
    let props =
        sources.iter().chain(&targets).map(|(Wire { tokens, .. }, name)| quote!(#name = #tokens));
    let mut wired = sources.iter();
    let reads = signature.parameters.iter().map(|ty| match wired.next() {
        Some(source) => read(source, ty, &values),
        None => extract(ty, &context),
    });
    let call = call(args, function, &arguments);
    let job = job(function, signature, &call, &targets);
    quote! {
        |#values, #context| {
            #(let #props;)*
            #(let #arguments = #reads;)*
            ::core::result::Result::Ok(#job)
        }
    }
}

/// Where the parameter's type does not fit the prop, the type is the caret.
fn read((wire, source): &Held<'_>, ty: &Type, values: &Ident) -> TokenStream {
    let source = over(source, ty);
    let give =
        if wire.is_list() { quote!(GivesAll::<#ty>::give_all) } else { quote!(Gives::<#ty>::give) };
    quote!(::dash::__private::#give(#source, #values)?)
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
    let value = match &signature.error {
        None => call.clone(),
        Some(error) => or_fail(call, error),
    };
    let outputs = outputs(&signature.returns, &value, targets);
    let body = quote!({ ::core::result::Result::Ok(#outputs) });
    if function.sig.asyncness.is_some() {
        quote_spanned!(name.span()=> ::dash::__private::Job::later(async move #body))
    } else {
        quote_spanned!(name.span()=> ::dash::__private::Job::now(move || #body))
    }
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
fn outputs(returns: &Returns, value: &TokenStream, targets: &[Held<'_>]) -> TokenStream {
    let nothing = targets.iter().map(|_| quote!(::core::option::Option::None));
    let nothing = quote!(::dash::__private::outputs([#(#nothing),*]));
    match returns {
        Returns::Each(types) => {
            let (pattern, each) = each(types, targets);
            quote!({ let #pattern = #value; #each })
        }
        Returns::AllOrNone(types) => {
            let (pattern, each) = each(types, targets);
            quote! {
                match #value {
                    ::dash::__private::Update::Set(#pattern) => #each,
                    ::dash::__private::Update::Skip => #nothing,
                }
            }
        }
        Returns::Nothing => quote!({ let ::dash::__private::NoUpdate = #value; #nothing }),
    }
}

/// A pattern for the values, and the list of what they become.
fn each(types: &[Type], targets: &[Held<'_>]) -> (TokenStream, TokenStream) {
    let values: Vec<Ident> = numbered("value").take(targets.len()).collect();
    let writes = targets.iter().zip(types).zip(&values).map(|(((wire, target), ty), value)| {
        let target = over(target, ty);
        let take = if wire.is_list() {
            quote!(TakesAll::<#ty, _>::take_all)
        } else {
            quote!(Takes::<#ty, _>::take)
        };
        quote!(::dash::__private::#take(#target, #value))
    });
    let pattern = match &values[..] {
        [one] => quote!(#one),
        several => quote!((#(#several),*)),
    };
    (pattern, quote!(::dash::__private::outputs([#(#writes),*])))
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
    let list = quote_spanned!(span(tokens.first())=> [#held]);
    let index = quote_spanned!(span(tokens.last())=> [0]);
    quote!(#list #index)
}

fn numbered(name: &'static str) -> impl Iterator<Item = Ident> {
    (0_usize..).map(move |at| format_ident!("{name}_{at}", span = Span::mixed_site()))
}

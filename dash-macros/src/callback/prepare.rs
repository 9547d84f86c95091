//! The fn between a request's values and the user's fn: read the arguments, call, write the outputs.
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
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

/// `read` stands on the wire's dot: where the types differ, rustc shows the wire too.
fn read((wire, source): &Held<'_>, ty: &Type, values: &Ident) -> TokenStream {
    let read = Ident::new("read", wire.dot);
    let source_of = if wire.is_list() { quote!(Sources) } else { quote!(Source) };
    quote!(::dash::__private::#source_of(#source).#read::<#ty>(#values)?)
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
        quote_spanned!(name.span()=> ::dash::__private::later(async move #body))
    } else {
        quote_spanned!(name.span()=> ::dash::__private::now(move || #body))
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
        let write = Ident::new("write", wire.dot);
        let target_of = if wire.is_list() { quote!(Targets) } else { quote!(Target) };
        quote!(::dash::__private::#target_of(#target).#write::<#ty, _>(#value))
    });
    let pattern = match &values[..] {
        [one] => quote!(#one),
        several => quote!((#(#several),*)),
    };
    (pattern, quote!(::dash::__private::outputs([#(#writes),*])))
}

/// A name that only the macro's own code sees.
fn own(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

fn numbered(name: &'static str) -> impl Iterator<Item = Ident> {
    (0_usize..).map(move |at| format_ident!("{name}_{at}", span = Span::mixed_site()))
}

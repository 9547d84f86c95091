//! `SetProgress<T>` among the parameters: the one extractor whose values go to props.
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Signature as FnSignature, Type};

use super::args::Args;
use super::prepare::{numbered, over};
use super::signature::{Signature, arguments, named};
use super::wire::Wire;
use crate::errors::Errors;
use crate::words::count;

const NAME: &str = "SetProgress";

/// What a parameter of this type shows: the types in the tuple, or the one; `None` if it is another.
pub(super) fn values(ty: &Type) -> Option<Vec<Type>> {
    named(ty, NAME)?;
    match arguments(ty, NAME)?.into_iter().next()? {
        Type::Tuple(tuple) => Some(tuple.elems.into_iter().collect()),
        one => Some(vec![one]),
    }
}

/// The argument for a parameter of that type.
pub(super) fn make(progress: &[Wire], ty: &Type, types: Vec<Type>, context: &Ident) -> TokenStream {
    let names: Vec<Ident> = numbered("value").take(types.len()).collect();
    let props: Vec<Ident> = numbered("prop").take(types.len()).collect();
    let wires = progress.iter().map(|wire| &wire.tokens);
    let pattern = match &names[..] {
        [one] => quote!(#one),
        several => quote!((#(#several),*)),
    };
    let held = types.iter().zip(&names).zip(&props).map(|((ty, name), prop)| {
        let prop = over(prop, ty);
        quote!(::dash::__private::Holds::<#ty>::hold(#prop, #name))
    });
    quote! {{
        let shown: #ty = ::dash::__private::set_progress(#context, |#pattern| {
            #(let #props = #wires;)*
            ::std::vec![#(#held),*]
        });
        shown
    }}
}

/// Props and values go together.
pub(super) fn check(
    args: &Args,
    function: &FnSignature,
    signature: &Signature,
    errors: &mut Errors,
) {
    let progress = &args.background.progress;
    let shown = signature.parameters.iter().skip(args.wired().count());
    let shown: Vec<(&Type, Vec<Type>)> = shown.filter_map(|ty| Some((ty, values(ty)?))).collect();
    let places = match progress.len() {
        1 => "_".to_owned(),
        several => format!("({})", vec!["_"; several].join(", ")),
    };
    if let (Some(word), []) = (args.background.detail("progress"), &shown[..]) {
        errors.add(word, format!("`fn {}` has no parameter that shows how far it is\n\nhelp: add `progress: SetProgress<{places}>`", function.ident));
    }
    for (ty, values) in shown {
        if args.background.detail("progress").is_none() {
            errors.add(ty, "nothing shows how far the callback is\n\nhelp: add `progress(View::id.prop)` to the attribute");
        } else if values.len() != progress.len() {
            let (props, values) = (count(progress.len(), "prop"), count(values.len(), "value"));
            errors.add(ty, format!("`progress` has {props}, and this has {values}\n\nhelp: write `SetProgress<{places}>`"));
        }
    }
    let (props, defaults) = (progress.len(), args.background.defaults.len());
    if let Some(word) = args.background.detail("progress_default").filter(|_| props != defaults) {
        errors.add(word, format!("`progress` has {}, and `progress_default` {}\n\nhelp: write one value for each prop", count(props, "prop"), count(defaults, "value")));
    }
}

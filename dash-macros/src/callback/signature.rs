//! What the fn takes and gives, as far as its tokens tell.
use syn::{
    AssocType, FnArg, GenericArgument, Pat, PatType, PathArguments, ReturnType, Type,
    TypeParamBound,
};

/// The types of parameters and result.
pub(super) struct Signature {
    pub(super) parameters: Vec<Type>,
    /// What it gives, less the `Result`; of a stream, an item.
    pub(super) value: Type,
    pub(super) returns: Returns,
    /// The error type of a `Result`; `_` where it is not written.
    pub(super) error: Option<Type>,
    /// `impl Stream<Item = ..>`: what is known of its items.
    pub(super) stream: Option<Items>,
}

/// The items of a stream.
pub(super) struct Items {
    /// Their type as written.
    pub(super) ty: Type,
    /// The error type of a `Result`; `_` where it is not written.
    pub(super) error: Option<Type>,
}

/// What stands for the outputs in the return type.
pub(super) enum Returns {
    /// One type for each output.
    Each(Vec<Type>),
    /// `Update<(A, B)>`: the types, for all outputs or none.
    AllOrNone(Vec<Type>),
    /// `NoUpdate` for all outputs.
    Nothing,
}

impl Returns {
    /// How many values there are; `None` where any number will do.
    pub(super) fn count(&self) -> Option<usize> {
        match self {
            Self::Each(types) | Self::AllOrNone(types) => Some(types.len()),
            Self::Nothing => None,
        }
    }
}

/// Reads the signature of a callback with so many outputs.
pub(super) fn read(signature: &syn::Signature, outputs: usize) -> Signature {
    let parameters = signature.inputs.iter().filter_map(|parameter| match parameter {
        FnArg::Typed(typed) => Some((*typed.ty).clone()),
        FnArg::Receiver(_) => None,
    });
    let result = match &signature.output {
        ReturnType::Type(_, ty) => (**ty).clone(),
        ReturnType::Default => syn::parse_quote_spanned!(signature.ident.span()=> ()),
    };
    let (value, error) = fallible(result);
    let (value, stream) = match items(&value) {
        None => (value, None),
        Some(ty) => {
            let (value, error) = fallible(ty.clone());
            (value, Some(Items { ty, error }))
        }
    };
    let returns = returns(value.clone(), outputs);
    Signature { parameters: parameters.collect(), value, returns, error, stream }
}

/// `value: T` of `&value: &T`, which would move out of what is borrowed.
pub(super) fn owned(parameter: &FnArg) -> Option<FnArg> {
    let FnArg::Typed(typed) = parameter else { return None };
    let Pat::Reference(pattern) = &*typed.pat else { return None };
    let ty = match &*typed.ty {
        Type::Reference(reference) => &reference.elem,
        _ => &typed.ty,
    };
    let (pat, ty) = (pattern.pat.clone(), ty.clone());
    Some(FnArg::Typed(PatType { pat, ty, ..typed.clone() }))
}

/// The value of a `Result` and its error; of any other type, that type.
fn fallible(result: Type) -> (Type, Option<Type>) {
    match arguments(&result, "Result").as_deref() {
        Some([value, error @ ..]) => {
            let error = error.first().cloned();
            (value.clone(), Some(error.unwrap_or(syn::parse_quote!(_))))
        }
        _ => (result, None),
    }
}

/// The type of the items of an `impl Stream<Item = ..>`.
fn items(ty: &Type) -> Option<Type> {
    let Type::ImplTrait(bounds) = ty else { return None };
    bounds.bounds.iter().find_map(|bound| {
        let TypeParamBound::Trait(bound) = bound else { return None };
        let last = bound.path.segments.last().filter(|last| last.ident == "Stream")?;
        let PathArguments::AngleBracketed(generics) = &last.arguments else { return None };
        generics.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(AssocType { ident, ty, .. }) if ident == "Item" => {
                Some(ty.clone())
            }
            _ => None,
        })
    })
}

/// A tuple stands for several outputs; with one output it is that output's value.
fn returns(value: Type, outputs: usize) -> Returns {
    if outputs == 1 {
        return Returns::Each(vec![value]);
    }
    if named(&value, "NoUpdate").is_some() {
        return Returns::Nothing;
    }
    if let Some([Type::Tuple(tuple)]) = arguments(&value, "Update").as_deref() {
        return Returns::AllOrNone(tuple.elems.iter().cloned().collect());
    }
    match value {
        Type::Tuple(tuple) => Returns::Each(tuple.elems.into_iter().collect()),
        other => Returns::Each(vec![other]),
    }
}

/// The generic arguments of a type whose last word is `name`.
pub(super) fn arguments(ty: &Type, name: &str) -> Option<Vec<Type>> {
    let PathArguments::AngleBracketed(generics) = named(ty, name)? else { return None };
    let types = generics.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    });
    Some(types.collect())
}

pub(super) fn named<'a>(ty: &'a Type, name: &str) -> Option<&'a PathArguments> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    (last.ident == name).then_some(&last.arguments)
}

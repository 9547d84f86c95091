//! `#[derive(OptionValue)]`: an enum of plain variants as the values of options.
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::meta::ParseNestedMeta;
use syn::parse::ParseBuffer;
use syn::{Data, DeriveInput, Fields, Ident, LitStr, Variant};

use crate::errors::Errors;
use crate::words::{list, nearest};

/// Expands the derive; after a mistake, values that are never read.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let choices = choices(&input, &mut errors);
    if errors.is_empty() { implementation(&input, &choices) } else { fallback(&input, errors) }
}

/// A variant, its value in the page, and the text shown for it.
struct Choice {
    variant: Ident,
    value: LitStr,
    label: LitStr,
}

const KEYS: [&str; 2] = ["value", "label"];

fn choices(input: &DeriveInput, errors: &mut Errors) -> Vec<Choice> {
    let Data::Enum(data) = &input.data else {
        errors.add(&input.ident, format!("`{}` is not an enum\n\nhelp: `OptionValue` can be derived for an enum of plain variants", input.ident));
        return Vec::new();
    };
    if !input.generics.params.is_empty() {
        errors.add(
            &input.generics,
            "the values of options cannot be generic\n\nhelp: remove the parameters",
        );
    }
    if data.variants.is_empty() {
        errors.add(&input.ident, format!("`{}` has no values\n\nhelp: add a variant", input.ident));
    }
    let choices: Vec<Choice> =
        data.variants.iter().map(|variant| choice(variant, errors)).collect();
    distinct(&choices, errors);
    choices
}

fn choice(variant: &Variant, errors: &mut Errors) -> Choice {
    if !matches!(variant.fields, Fields::Unit) {
        errors.add(
            &variant.fields,
            format!(
                "the variant `{}` holds data\n\nhelp: a value of an option is a plain variant",
                variant.ident
            ),
        );
    }
    let name = variant.ident.to_string();
    let mut choice = Choice {
        variant: variant.ident.clone(),
        value: LitStr::new(&name, variant.ident.span()),
        label: LitStr::new(&split_in_words(&name), variant.ident.span()),
    };
    for attribute in variant.attrs.iter().filter(|attribute| attribute.path().is_ident("option")) {
        if let Err(error) = attribute.parse_nested_meta(|meta| key(&meta, &mut choice)) {
            errors.push(error);
        }
    }
    choice
}

/// Reads `value = ".."` or `label = ".."`.
fn key(meta: &ParseNestedMeta<'_>, choice: &mut Choice) -> syn::Result<()> {
    let name = meta.path.get_ident().map_or(String::new(), Ident::to_string);
    let place = match name.as_str() {
        "value" => &mut choice.value,
        "label" => &mut choice.label,
        _ => return Err(syn::Error::new_spanned(&meta.path, unknown(&name))),
    };
    let text: LitStr = meta.value().and_then(ParseBuffer::parse).map_err(|error| {
        syn::Error::new(
            error.span(),
            format!("`{name}` is a text\n\nhelp: write `{name} = \"..\"`"),
        )
    })?;
    *place = text;
    Ok(())
}

fn unknown(name: &str) -> String {
    let help = match nearest(name, &KEYS) {
        Some(near) => format!("write `{near} = \"..\"`"),
        None => format!("the keys are {}", list(&KEYS)),
    };
    format!("unknown key `{name}`\n\nhelp: {help}")
}

fn distinct(choices: &[Choice], errors: &mut Errors) {
    for (at, choice) in choices.iter().enumerate() {
        let value = choice.value.value();
        if let Some(first) = choices[..at].iter().find(|first| first.value.value() == value) {
            errors.add(&choice.value, format!("the value `{value}` is already that of `{}`\n\nhelp: give each variant a value of its own", first.variant));
        }
    }
}

/// `NorthEast` → `North East`; capitals in a row stay together.
fn split_in_words(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut words = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let after_word = at > 0 && !letters[at - 1].is_uppercase();
        let before_word = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        if at > 0 && letter.is_uppercase() && (after_word || before_word) {
            words.push(' ');
        }
        words.push(*letter);
    }
    words
}

fn implementation(input: &DeriveInput, choices: &[Choice]) -> TokenStream {
    let name = &input.ident;
    let variants: Vec<&Ident> = choices.iter().map(|choice| &choice.variant).collect();
    let values: Vec<&LitStr> = choices.iter().map(|choice| &choice.value).collect();
    let labels = choices.iter().map(|choice| &choice.label);
    let all = all(name, &quote!(#(Self::#variants),*));
    let methods = quote! {
        fn encode(&self) -> ::dash::__private::PropValue {
            ::dash::__private::encode_name(match self {
                #(Self::#variants => #values,)*
            })
        }

        fn decode<'de, D: ::dash::__private::Deserializer<'de>>(
            value: D,
        ) -> ::core::result::Result<Self, D::Error> {
            ::dash::__private::decode_name(value, &[#(#values),*], |name| match name {
                #(#values => ::core::option::Option::Some(Self::#variants),)*
                _ => ::core::option::Option::None,
            })
        }

        fn label(&self) -> ::core::option::Option<::std::borrow::Cow<'static, str>> {
            ::core::option::Option::Some(::std::borrow::Cow::Borrowed(match self {
                #(Self::#variants => #labels,)*
            }))
        }
    };
    quote! {
        #all

        #[automatically_derived]
        impl ::dash::__private::OptionValue for #name {
            #methods
        }
    }
}

fn all(name: &impl ToTokens, variants: &TokenStream) -> TokenStream {
    quote! {
        #[allow(dead_code)]
        impl #name {
            /// All values, in the order of the variants.
            pub const ALL: &'static [Self] = &[#variants];
        }
    }
}

fn fallback(input: &DeriveInput, errors: Errors) -> TokenStream {
    let errors = errors.into_items();
    let name = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let all = if input.generics.params.is_empty() {
        all(name, &TokenStream::new())
    } else {
        TokenStream::new()
    };
    quote! {
        #errors

        #all

        #[automatically_derived]
        impl #generics ::dash::__private::OptionValue for #name #arguments #bounds {
            fn encode(&self) -> ::dash::__private::PropValue {
                ::dash::__private::PropValue::Null
            }

            fn decode<'de, D: ::dash::__private::Deserializer<'de>>(
                value: D,
            ) -> ::core::result::Result<Self, D::Error> {
                ::dash::__private::decode_name(value, &[], |_| ::core::option::Option::None)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::split_in_words;

    #[test]
    fn splits_names_in_words() {
        for (name, words) in [
            ("North", "North"),
            ("NorthEast", "North East"),
            ("USA", "USA"),
            ("HTMLPage", "HTML Page"),
            ("Top10Sales", "Top10 Sales"),
        ] {
            assert_eq!(split_in_words(name), words);
        }
    }
}

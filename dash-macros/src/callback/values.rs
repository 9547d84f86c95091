//! Times and numbers behind a word, as far as literals tell; rustc tells the rest.
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, ExprLit, Lit};

use crate::errors::Errors;

/// A text is a time that is read here; anything else is a `Duration`.
pub(super) fn time(value: &Expr) -> TokenStream {
    let milliseconds = match literal(value) {
        Some(Lit::Str(text)) => milliseconds(&text.value()),
        _ => None,
    };
    milliseconds.map_or_else(
        || quote!(#value),
        |milliseconds| quote!(::core::time::Duration::from_millis(#milliseconds)),
    )
}

/// Notes a literal that is no time.
pub(super) fn check_time(word: &str, value: Option<&Expr>, errors: &mut Errors) {
    let Some(literal) = value.and_then(literal) else { return };
    let help = match literal {
        Lit::Str(text) if milliseconds(&text.value()).is_some() => return,
        Lit::Int(number) => {
            format!("write its unit too: `{word} = \"{}s\"`", number.base10_digits())
        }
        _ => format!("write a number and `ms`, `s`, `m`, `h` or `d`: `{word} = \"10m\"`"),
    };
    errors.add(literal, format!("`{}` is not a time\n\nhelp: {help}", shown(literal)));
}

/// Notes a literal that is no whole number.
pub(super) fn check_number(word: &str, example: u32, value: Option<&Expr>, errors: &mut Errors) {
    let Some(literal) = value.and_then(literal) else { return };
    if matches!(literal, Lit::Int(_)) {
        return;
    }
    let number = shown(literal).parse().unwrap_or(example);
    let text = format!("`{word}` is a whole number, and `{}` is none", literal.to_token_stream());
    errors.add(literal, format!("{text}\n\nhelp: write `{word} = {number}`"));
}

/// The value, if it is written out.
fn literal(value: &Expr) -> Option<&Lit> {
    match value {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        _ => None,
    }
}

/// A text without its quotes, anything else as it is written.
fn shown(literal: &Lit) -> String {
    match literal {
        Lit::Str(text) => text.value(),
        other => other.to_token_stream().to_string(),
    }
}

fn milliseconds(text: &str) -> Option<u64> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let unit = match unit {
        "ms" => 1,
        "s" => 1000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return None,
    };
    number.parse::<u64>().ok()?.checked_mul(unit)
}

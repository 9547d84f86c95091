//! `background` and what goes with it: what is shown, what ends it, what is kept, how often it is tried.
use proc_macro2::{Group, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprLit, Ident, Lit, LitStr, Token};

use super::generate::list;
use super::prepare;
use super::wire::{Wire, wire};
use crate::errors::Errors;
use crate::words::split_at_commas;

/// What the attribute says of a callback that runs in the background.
#[derive(Default)]
pub(super) struct Background {
    /// `background`, if it was written.
    pub(super) word: Option<Ident>,
    interval: Option<Expr>,
    pub(super) progress: Vec<Wire>,
    pub(super) defaults: Vec<Expr>,
    pub(super) cancel: Vec<Wire>,
    cache: Option<Expr>,
    pub(super) ignore: Vec<Wire>,
    retries: Option<Expr>,
    /// The other words that were written.
    pub(super) details: Vec<Ident>,
}

pub(super) const BACKGROUND: &str = "background";
const CANCEL: &str = "cancel";
const INTERVAL: &str = "interval";

/// The words beside `background` itself; `cancel` alone is another one.
pub(super) const DETAILS: [&str; 5] =
    ["progress", "progress_default", "cache", "cache_args_to_ignore", "retries"];

impl Background {
    /// Whether a word with this group, or without one, is told here.
    pub(super) fn knows(word: &str, group: Option<&Group>) -> bool {
        word == BACKGROUND || DETAILS.contains(&word) || word == CANCEL && group.is_some()
    }

    /// The detail, if it was written.
    pub(super) fn detail(&self, word: &str) -> Option<&Ident> {
        self.details.iter().find(|detail| *detail == word)
    }

    /// The wires that are neither inputs, states nor outputs.
    pub(super) fn wires(&self) -> impl Iterator<Item = &Wire> {
        self.progress.iter().chain(&self.cancel)
    }

    /// Reads what follows the word.
    pub(super) fn read(
        &mut self,
        word: Ident,
        name: &str,
        group: Option<Group>,
        input: ParseStream<'_>,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let known = self.word.iter().chain(&self.details);
        if known.into_iter().any(|known| *known == name) {
            errors.add(&word, format!("`{name}` is written twice"));
        }
        match (name, group) {
            (BACKGROUND, group) => {
                if let Some(group) = group {
                    self.interval = Some(option.parse2(group.stream())?);
                }
                self.word = Some(word);
                return Ok(());
            }
            ("cache", None) if input.peek(Token![=]) => self.cache = Some(value(input)?),
            ("retries", None) if input.peek(Token![=]) => self.retries = Some(value(input)?),
            ("progress", Some(group)) => wires(group, name, &mut self.progress, errors),
            (CANCEL, Some(group)) => wires(group, name, &mut self.cancel, errors),
            ("cache_args_to_ignore", Some(group)) => wires(group, name, &mut self.ignore, errors),
            ("progress_default", Some(group)) => {
                for piece in split_at_commas(group.stream()) {
                    self.defaults.push(syn::parse2(piece)?);
                }
            }
            (_, group) => {
                let rest: TokenStream = input.parse()?;
                let text = format!("`{name}` is incomplete\n\nhelp: write {}", example(name));
                errors.add(quote!(#word #group #rest), text);
            }
        }
        self.details.push(word);
        Ok(())
    }

    /// What the runtime has of it.
    pub(super) fn definition(&self) -> TokenStream {
        if self.word.is_none() {
            return quote!(::core::option::Option::None);
        }
        let interval = self.interval.as_ref().map(|interval| quote!(interval: #interval,));
        let retries = self.retries.as_ref().map(|retries| quote!(retries: #retries,));
        let (progress, cancel, ignore) =
            (list(&self.progress), list(&self.cancel), list(&self.ignore));
        let defaults = self.progress.iter().zip(&self.defaults).map(|(wire, value)| {
            let (tokens, prop) = (&wire.tokens, prepare::own("prop"));
            let given = prepare::over(&prop, value);
            quote!(|| {
                let #prop = #tokens;
                ::dash::__private::Holds::hold(#given, #value)
            })
        });
        let cache = self.cache.as_ref().map(|expire| {
            let expire = time(expire);
            quote!(cache: ::core::option::Option::Some(::dash::__private::Cache {
                expire: #expire,
                ignore: #ignore,
            }),)
        });
        quote! {
            ::core::option::Option::Some(::dash::__private::Background {
                #interval
                #retries
                #cache
                progress: #progress,
                progress_default: &[#(#defaults),*],
                cancel: #cancel,
                ..::dash::__private::Background::DEFAULT
            })
        }
    }

    /// Notes a time that is none.
    pub(super) fn check_time(&self, errors: &mut Errors) {
        let Some(text) = self.cache.as_ref().and_then(text) else { return };
        if milliseconds(&text.value()).is_none() {
            errors.add(&text, format!("`{}` is not a time\n\nhelp: write a number and `ms`, `s`, `m`, `h` or `d`: `cache = \"10m\"`", text.value()));
        }
    }
}

/// `interval = 500`
fn option(input: ParseStream<'_>) -> syn::Result<Expr> {
    let expected = "write `background(interval = 500)`, in milliseconds, or `background` alone";
    let word: Ident = input.parse().map_err(|error| {
        syn::Error::new(error.span(), format!("expected `interval`\n\nhelp: {expected}"))
    })?;
    if word != INTERVAL || !input.peek(Token![=]) {
        let text = format!("expected `interval = ..`\n\nhelp: {expected}");
        return Err(syn::Error::new(word.span(), text));
    }
    value(input)
}

fn value(input: ParseStream<'_>) -> syn::Result<Expr> {
    input.parse::<Token![=]>()?;
    input.parse()
}

fn wires(group: Group, clause: &str, into: &mut Vec<Wire>, errors: &mut Errors) {
    for piece in split_at_commas(group.stream()) {
        match wire(piece, clause) {
            Ok(wire) => into.push(wire),
            Err((error, _)) => errors.push(error),
        }
    }
}

fn example(word: &str) -> &'static str {
    match word {
        "cache" => "`cache = \"10m\"`, or a constant `Duration`",
        "retries" => "`retries = 3`",
        "progress_default" => {
            "`progress_default(value)`, one value for each prop of `progress(..)`"
        }
        "progress" => "`progress(View::id.prop)`",
        _ => "`cache_args_to_ignore(View::id.prop)`",
    }
}

/// A text is a time that is read here; anything else is a `Duration`.
fn time(expire: &Expr) -> TokenStream {
    let milliseconds = text(expire).and_then(|text| milliseconds(&text.value()));
    milliseconds.map_or_else(
        || quote!(#expire),
        |milliseconds| quote!(::core::time::Duration::from_millis(#milliseconds)),
    )
}

fn text(expression: &Expr) -> Option<LitStr> {
    match expression {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.clone()),
        _ => None,
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

//! `background` and what goes with it: what is shown, what ends it, what is kept, how often it is tried.
use proc_macro2::{Group, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident};

use super::assigned::assigned;
use super::generate::list;
use super::prepare;
use super::values;
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
            errors.add_twice(&word);
        }
        match (name, group) {
            (BACKGROUND, group) => {
                if let Some(group) = group {
                    self.interval = Some(option.parse2(group.stream())?);
                }
                self.word = Some(word);
                return Ok(());
            }
            ("cache", None) => self.cache = Some(assigned(&word, input, &incomplete(name))?),
            ("retries", None) => self.retries = Some(assigned(&word, input, &incomplete(name))?),
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
                errors.add(quote!(#word #group #rest), incomplete(name));
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
            let expire = values::time(expire);
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

    /// Notes literals that are no time or no number.
    pub(super) fn check_values(&self, errors: &mut Errors) {
        values::check_number(INTERVAL, 500, self.interval.as_ref(), errors);
        values::check_number("retries", 3, self.retries.as_ref(), errors);
        values::check_time("cache", self.cache.as_ref(), errors);
    }
}

/// `interval = 500`
fn option(input: ParseStream<'_>) -> syn::Result<Expr> {
    let expected = "expected `interval = ..`\n\nhelp: write `background(interval = 500)`, in milliseconds, or `background` alone";
    let word: Ident = input.parse().map_err(|error| syn::Error::new(error.span(), expected))?;
    if word != INTERVAL {
        return Err(syn::Error::new(word.span(), expected));
    }
    assigned(&word, input, expected)
}

fn wires(group: Group, clause: &str, into: &mut Vec<Wire>, errors: &mut Errors) {
    for piece in split_at_commas(group.stream()) {
        match wire(piece, clause) {
            Ok(wire) => into.push(wire),
            Err((error, _)) => errors.push(error),
        }
    }
}

fn incomplete(word: &str) -> String {
    let example = match word {
        "cache" => "`cache = \"10m\"`, or a constant `Duration`",
        "retries" => "`retries = 3`",
        "progress_default" => {
            "`progress_default(value)`, one value for each prop of `progress(..)`"
        }
        "progress" => "`progress(View::id.prop)`",
        _ => "`cache_args_to_ignore(View::id.prop)`",
    };
    format!("`{word}` is incomplete\n\nhelp: write {example}")
}

//! The clauses of the attribute: `output(..)`, `input(..)`, `state(..)`, and single words.
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Expr, Ident, Path, Token, token};

use super::assigned::assigned;
use super::background::{BACKGROUND, Background, DETAILS};
use super::client::Client;
use super::endpoint::{ENDPOINT, Endpoint};
use super::entry::{Entry, entry};
use super::on_error::{self, ON_ERROR};
use super::running::Running;
use crate::errors::Errors;
use crate::words::{list, nearest, split_at_commas};

/// What stands in the attribute.
#[derive(Default)]
pub(super) struct Args {
    pub(super) outputs: Vec<Entry>,
    pub(super) inputs: Vec<Entry>,
    pub(super) states: Vec<Entry>,
    pub(super) options: Vec<Ident>,
    pub(super) client: Option<Client>,
    pub(super) running: Vec<Running>,
    pub(super) on_error: Option<Path>,
    pub(super) background: Background,
    pub(super) endpoint: Option<Endpoint>,
    /// Wires that are not finished, for the editor.
    pub(super) unfinished: Vec<Expr>,
}

const CLAUSES: [&str; 3] = ["output", "input", "state"];
const CLIENT: &str = "client";
const RUNNING: &str = "running";
pub(super) const OPTIONS: [&str; 8] = [
    "circular",
    "unlisted",
    "prevent_initial_call",
    "initial_duplicate",
    "blocking",
    "inline",
    "cancel",
    "websocket",
];

impl Args {
    /// The option, if it was written.
    pub(super) fn option(&self, word: &str) -> Option<&Ident> {
        self.options.iter().find(|option| *option == word)
    }

    /// What the parameters are wired to, in order.
    pub(super) fn wired(&self) -> impl Iterator<Item = &Entry> {
        self.inputs.iter().chain(&self.states)
    }

    /// The structs whose wires are the callback's too.
    pub(super) fn groups(&self) -> impl Iterator<Item = &Path> {
        self.outputs.iter().chain(self.wired()).filter_map(Entry::group)
    }

    fn clause(&mut self, word: &str) -> &mut Vec<Entry> {
        match word {
            "output" => &mut self.outputs,
            "input" => &mut self.inputs,
            _ => &mut self.states,
        }
    }
}

/// Reads the attribute; mistakes are noted, and the rest is read on.
pub(super) fn parse(attribute: TokenStream, errors: &mut Errors) -> Args {
    let mut args = Args::default();
    for piece in split_at_commas(attribute) {
        let parser = |input: ParseStream<'_>| {
            while !input.is_empty() {
                clause(input, &mut args, errors)?;
            }
            Ok(())
        };
        if let Err(error) = parser.parse2(piece) {
            errors.push(error);
        }
    }
    args
}

/// Reads one clause or word; a second one in the same piece lacks a comma.
fn clause(input: ParseStream<'_>, args: &mut Args, errors: &mut Errors) -> syn::Result<()> {
    let word = input.call(Ident::parse_any).map_err(|error| {
        let help = "write `output(View::id.prop)`, `input(..)` or `state(..)`";
        syn::Error::new(error.span(), format!("expected a clause\n\nhelp: {help}"))
    })?;
    let name = known(&word, errors);
    match &*name {
        CLIENT => assign(&mut args.client, &word, input, Client::EXPECTED, errors)?,
        ENDPOINT => assign(&mut args.endpoint, &word, input, Endpoint::EXPECTED, errors)?,
        ON_ERROR => assign(&mut args.on_error, &word, input, on_error::EXPECTED, errors)?,
        _ => named(word, &name, input, args, errors)?,
    }
    comma(input, errors)
}

/// Reads `= value` behind the word.
fn assign<T: Parse>(
    slot: &mut Option<T>,
    word: &Ident,
    input: ParseStream<'_>,
    expected: &str,
    errors: &mut Errors,
) -> syn::Result<()> {
    if slot.is_some() {
        errors.add_twice(word);
    }
    *slot = Some(assigned(word, input, expected)?);
    Ok(())
}

/// Reads what follows any other word: parentheses, or nothing.
fn named(
    word: Ident,
    name: &str,
    input: ParseStream<'_>,
    args: &mut Args,
    errors: &mut Errors,
) -> syn::Result<()> {
    let group = if input.peek(token::Paren) { Some(input.parse::<Group>()?) } else { None };
    if Background::knows(name, group.as_ref()) {
        return args.background.read(word, name, group, input, errors);
    }
    match group {
        Some(group) if CLAUSES.contains(&name) => entries(group.stream(), name, args, errors),
        Some(group) if name == RUNNING => args.running.push(Running::read(group.stream())?),
        Some(group) if OPTIONS.contains(&name) => errors.add(group, alone(name)),
        None if CLAUSES.contains(&name) => {
            let rest: TokenStream = input.parse()?;
            let help = format!("write `{name}(View::id.prop)`");
            errors.add(quote!(#word #rest), format!("`{name}` needs parentheses\n\nhelp: {help}"));
        }
        None if name == RUNNING => {
            errors.add(&word, "`running` needs parentheses\n\nhelp: write `running(View::id.prop, while_running, afterwards)`");
        }
        None if OPTIONS.contains(&name) && input.peek(Token![=]) => {
            errors.add(input.parse::<TokenStream>()?, alone(name));
        }
        None if OPTIONS.contains(&name) => option(word, args, errors),
        _ => {}
    }
    Ok(())
}

fn alone(word: &str) -> String {
    format!("`{word}` stands alone\n\nhelp: write `{word}`")
}

/// Notes what stands in place of the comma, or at the place where it is missing.
fn comma(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    if input.peek(Ident::peek_any) {
        errors.add_at(input.span(), "expected `,` before the next clause");
        return Ok(());
    }
    let other: TokenTree = input.parse()?;
    let text = format!("expected `,`, found `{other}`\n\nhelp: write `,` between two clauses");
    errors.add(other, text);
    Ok(())
}

/// The word, or the one that was probably meant.
fn known(word: &Ident, errors: &mut Errors) -> String {
    let name = word.to_string();
    let known =
        [&CLAUSES[..], &OPTIONS[..], &[CLIENT, RUNNING, ON_ERROR, ENDPOINT, BACKGROUND], &DETAILS]
            .concat();
    if known.contains(&&*name) {
        return name;
    }
    let near = nearest(&name, &known);
    let help = match near {
        Some(near) if CLAUSES.contains(&near) => format!("write `{near}(..)`"),
        Some(near) => format!("write `{near}`"),
        None => {
            let words = list(&OPTIONS);
            format!("the clauses are `output(..)`, `input(..)` and `state(..)`, the words {words}")
        }
    };
    errors.add(word, format!("unknown clause `{name}`\n\nhelp: {help}"));
    near.map_or(name, str::to_owned)
}

fn option(word: Ident, args: &mut Args, errors: &mut Errors) {
    if args.options.contains(&word) {
        errors.add_twice(&word);
    }
    args.options.push(word);
}

fn entries(list: TokenStream, clause: &str, args: &mut Args, errors: &mut Errors) {
    for piece in split_at_commas(list) {
        match entry(piece, clause) {
            Ok(entry) => args.clause(clause).push(entry),
            Err((error, unfinished)) => {
                errors.push(error);
                args.unfinished.extend(unfinished.map(|expression| *expression));
            }
        }
    }
}

//! The clauses of the attribute: `output(..)`, `input(..)`, `state(..)`, and single words.
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprField, Ident, Member, Path, Token, token};

use super::client::Client;
use super::pattern::Pattern;
use super::running::Running;
use crate::errors::Errors;
use crate::words::{compact, list, nearest, split_at_commas};

/// What stands in the attribute.
#[derive(Default)]
pub(super) struct Args {
    pub(super) outputs: Vec<Wire>,
    pub(super) inputs: Vec<Wire>,
    pub(super) states: Vec<Wire>,
    pub(super) options: Vec<Ident>,
    pub(super) client: Option<Client>,
    pub(super) running: Vec<Running>,
    /// Wires that are not finished, for the editor.
    pub(super) unfinished: Vec<Expr>,
}

/// `Sales::region.value`, or `Sheet::Cell { row: ALL, col: 0 }.value`
pub(super) struct Wire {
    /// All of it, as written, without the fields of a pattern.
    pub(super) tokens: TokenStream,
    /// `allow_duplicate` or `optional` around it.
    pub(super) modifier: Option<Ident>,
    /// `Sales`
    pub(super) view: String,
    /// The dot before the prop.
    pub(super) dot: Span,
    /// `region`
    pub(super) id: Ident,
    /// `value`
    pub(super) prop: Ident,
    /// `Cell { row: ALL, col: 0 }`
    pub(super) pattern: Option<Pattern>,
}

impl Wire {
    /// Whether it stands for a list of components.
    pub(super) fn is_list(&self) -> bool {
        self.pattern.as_ref().is_some_and(Pattern::is_list)
    }
}

const CLAUSES: [&str; 3] = ["output", "input", "state"];
const CLIENT: &str = "client";
const RUNNING: &str = "running";
pub(super) const OPTIONS: [&str; 7] = [
    "circular",
    "unlisted",
    "prevent_initial_call",
    "initial_duplicate",
    "blocking",
    "inline",
    "cancel",
];

impl Args {
    /// The option, if it was written.
    pub(super) fn option(&self, word: &str) -> Option<&Ident> {
        self.options.iter().find(|option| *option == word)
    }

    /// What the parameters are wired to, in order.
    pub(super) fn wired(&self) -> impl Iterator<Item = &Wire> {
        self.inputs.iter().chain(&self.states)
    }

    fn clause(&mut self, word: &str) -> &mut Vec<Wire> {
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
    if name == CLIENT {
        return client(&word, input, args, errors);
    }
    let group = if input.peek(token::Paren) { Some(input.parse::<Group>()?) } else { None };
    match group {
        Some(group) if CLAUSES.contains(&&*name) => wires(group.stream(), &name, args, errors),
        Some(group) if name == RUNNING => args.running.push(Running::read(group.stream())?),
        Some(group) if OPTIONS.contains(&&*name) => {
            errors.add(group, format!("`{name}` stands alone\n\nhelp: write `{name}`"));
        }
        None if CLAUSES.contains(&&*name) => {
            let rest: TokenStream = input.parse()?;
            let help = format!("write `{name}(View::id.prop)`");
            errors.add(quote!(#word #rest), format!("`{name}` needs parentheses\n\nhelp: {help}"));
        }
        None if name == RUNNING => {
            errors.add(&word, "`running` needs parentheses\n\nhelp: write `running(View::id.prop, while_running, afterwards)`");
        }
        None if OPTIONS.contains(&&*name) => option(word, args, errors),
        _ => {}
    }
    if !input.is_empty() {
        errors.add_at(input.span(), "expected `,` before the next clause");
    }
    Ok(())
}

/// The word, or the one that was probably meant.
fn known(word: &Ident, errors: &mut Errors) -> String {
    let name = word.to_string();
    let known = [&CLAUSES[..], &OPTIONS[..], &[CLIENT, RUNNING]].concat();
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

/// Reads `= ..` behind the word `client`.
fn client(
    word: &Ident,
    input: ParseStream<'_>,
    args: &mut Args,
    errors: &mut Errors,
) -> syn::Result<()> {
    if args.client.is_some() {
        errors.add(word, "`client` is written twice");
    }
    if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
    } else {
        let _: TokenStream = input.parse()?;
        errors.add(word, Client::EXPECTED);
        return Ok(());
    }
    args.client = Some(input.parse()?);
    Ok(())
}

fn option(word: Ident, args: &mut Args, errors: &mut Errors) {
    if args.options.contains(&word) {
        errors.add(&word, format!("`{word}` is written twice"));
    }
    args.options.push(word);
}

fn wires(list: TokenStream, clause: &str, args: &mut Args, errors: &mut Errors) {
    for piece in split_at_commas(list) {
        let (modifier, piece) = modified(piece);
        if let Some(word) = modifier.as_ref().filter(|word| *word != allowed(clause)) {
            let word_allowed = allowed(clause);
            errors.add(word, format!("`{word}` cannot stand around an {clause}\n\nhelp: write `{clause}(View::id.prop)` or `{clause}({word_allowed}(View::id.prop))`"));
            continue;
        }
        match wire(piece, clause) {
            Ok(wire) => args.clause(clause).push(Wire { modifier, ..wire }),
            Err((error, unfinished)) => {
                errors.push(error);
                args.unfinished.extend(unfinished.map(|expression| *expression));
            }
        }
    }
}

/// The word that can stand around a wire of this clause.
fn allowed(clause: &str) -> &'static str {
    if clause == "output" { "allow_duplicate" } else { "optional" }
}

/// Takes `word(..)` from around a wire.
fn modified(tokens: TokenStream) -> (Option<Ident>, TokenStream) {
    let mut trees = tokens.clone().into_iter();
    match (trees.next(), trees.next(), trees.next()) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group)), None)
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            (Some(word), group.stream())
        }
        _ => (None, tokens),
    }
}

/// What is wrong with a wire, and what an editor can complete of it.
pub(super) type Unfinished = (syn::Error, Option<Box<Expr>>);

/// Reads `View::id.prop`; what is an expression all the same is given back for the editor.
pub(super) fn wire(tokens: TokenStream, clause: &str) -> Result<Wire, Unfinished> {
    let expected =
        format!("expected a prop of a component\n\nhelp: write `{clause}(View::id.prop)`");
    if tokens.is_empty() {
        return Err((syn::Error::new_spanned(tokens, expected), None));
    }
    let Ok(expression) = syn::parse2::<Expr>(tokens.clone()) else {
        return Err((syn::Error::new_spanned(tokens, expected), None));
    };
    let text = match &expression {
        Expr::Field(field) => match read(field) {
            Ok(wire) => return Ok(wire),
            Err(Mistake::At(error)) => return Err((error, without_fields(field).map(Box::new))),
            Err(Mistake::Whole(text)) => text,
            Err(Mistake::NoWire) => expected,
        },
        Expr::Path(path) if path.path.segments.len() > 1 => {
            let path = compact(&path.path);
            format!(
                "`{path}` names a component, not one of its props\n\nhelp: write the prop too: `{path}.value`"
            )
        }
        Expr::Struct(pattern) => {
            let path = compact(&pattern.path);
            format!(
                "`{path} {{ .. }}` names components, not one of their props\n\nhelp: write the prop too: `{path} {{ .. }}.value`"
            )
        }
        _ => expected,
    };
    let error = syn::Error::new_spanned(&expression, text);
    Err((error, is_path(&expression).then(|| Box::new(expression))))
}

/// Whether an editor can complete it: a path, or a field of one.
fn is_path(expression: &Expr) -> bool {
    match expression {
        Expr::Path(_) => true,
        Expr::Field(field) => is_path(&field.base),
        _ => false,
    }
}

/// The wire without its pattern, for the editor.
fn without_fields(field: &ExprField) -> Option<Expr> {
    let Expr::Struct(literal) = &*field.base else { return None };
    syn::parse2(handle(&literal.path, field)).ok()
}

fn handle(path: &Path, field: &ExprField) -> TokenStream {
    let (dot, member) = (&field.dot_token, &field.member);
    quote!(#path #dot #member)
}

/// Why a field access is no wire.
enum Mistake {
    /// At a place inside.
    At(syn::Error),
    /// With all of it.
    Whole(String),
    /// It is something else.
    NoWire,
}

/// Reads a field access.
fn read(field: &ExprField) -> Result<Wire, Mistake> {
    let Member::Named(prop) = &field.member else { return Err(Mistake::NoWire) };
    let (path, literal) = match &*field.base {
        Expr::Path(path) if path.qself.is_none() => (&path.path, None),
        Expr::Struct(literal) if literal.qself.is_none() => (&literal.path, Some(literal)),
        _ => return Err(Mistake::NoWire),
    };
    let Some(id) = path.segments.last().filter(|_| path.segments.len() > 1) else {
        return Err(Mistake::Whole(format!(
            "`{}` lacks its view\n\nhelp: write `View::{}` with the view that has this id",
            compact(path),
            compact(&handle(path, field)),
        )));
    };
    let id = &id.ident;
    let view: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let view = view[..view.len() - 1].join("::");
    if literal.is_some() && id.to_string().starts_with(char::is_lowercase) {
        let text = format!(
            "`{id}` is one component, not a family of ids\n\nhelp: write `{view}::{id}.{prop}`"
        );
        return Err(Mistake::At(syn::Error::new_spanned(id, text)));
    }
    let pattern = literal.map(|literal| Pattern::read(literal, id)).transpose();
    Ok(Wire {
        tokens: handle(path, field),
        dot: field.dot_token.span,
        modifier: None,
        view,
        id: id.clone(),
        prop: prop.clone(),
        pattern: pattern.map_err(Mistake::At)?,
    })
}

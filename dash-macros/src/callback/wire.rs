//! One wire, `View::id.prop`: its syntax, and what an editor can complete of an unfinished one.
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Expr, ExprField, Ident, Member, Path};

use super::pattern::Pattern;
use crate::words::compact;

/// `Sales::region.value`, or `Sheet::Cell { row: ALL, col: 0 }.value`
pub(super) struct Wire {
    /// The constant of the view, and its field.
    pub(super) tokens: TokenStream,
    /// All of it, as written, without the fields of a pattern.
    pub(super) written: TokenStream,
    /// `allow_duplicate` or `optional` around it.
    pub(super) modifier: Option<Ident>,
    /// `Sales`
    pub(super) view: String,
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

/// What is wrong with a wire, and what an editor can complete of it.
pub(super) type Unfinished = (syn::Error, Option<Box<Expr>>);

/// Reads `View::id.prop`; what is an expression all the same is given back for the editor.
pub(super) fn wire(tokens: TokenStream, clause: &str) -> Result<Wire, Unfinished> {
    let expected = format!("expected a prop of a component\n\nhelp: write `{}`", example(clause));
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
                "`{path}` names a component, not one of its props\n\nhelp: write the prop too: `{path}.{}`",
                usual_prop(clause)
            )
        }
        Expr::Path(path) if is_type(&path.path) => {
            let name = compact(&path.path);
            format!(
                "`{name}` is not a prop of a component\n\nhelp: write `{clause}(View::id.prop)`, or `{clause}(..{name})` if this is a struct of wires"
            )
        }
        Expr::Struct(pattern) => {
            let path = compact(&pattern.path);
            format!(
                "`{path} {{ .. }}` names components, not one of their props\n\nhelp: write the prop too: `{path} {{ .. }}.{}`",
                usual_prop(clause)
            )
        }
        _ => expected,
    };
    let error = syn::Error::new_spanned(&expression, text);
    Err((error, is_path(&expression).then(|| Box::new(expression))))
}

/// The clause with a wire.
fn example(clause: &str) -> String {
    match clause {
        "running" => "running(View::id.disabled, true, false)".to_owned(),
        _ => format!("{clause}(View::id.prop)"),
    }
}

/// The prop that most wires of the clause go to.
fn usual_prop(clause: &str) -> &'static str {
    match clause {
        "running" => "disabled",
        _ => "value",
    }
}

/// Whether it is called as types are.
fn is_type(path: &Path) -> bool {
    path.get_ident().is_some_and(|name| name.to_string().starts_with(char::is_uppercase))
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

/// The view is asked by way of the struct: where there is none, rustc says that alone, and not of the
/// view as well.
fn by_family(path: &Path, field: &ExprField) -> TokenStream {
    let mut view = path.clone();
    let family = view.segments.pop();
    view.segments.pop_punct();
    let (dot, member) = (&field.dot_token, &field.member);
    quote!(<<#family as ::dash::__private::FamilyOf<#view>>::View>::#family #dot #member)
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
    if prop == "id" {
        let text = "the id of a component is no prop: it never changes\n\nhelp: take a `Context`, whose `triggered_id_as` tells which component of a family it is";
        return Err(Mistake::At(syn::Error::new_spanned(prop, text)));
    }
    let pattern = literal.map(|literal| Pattern::read(literal, id)).transpose();
    let written = handle(path, field);
    Ok(Wire {
        tokens: if literal.is_some() { by_family(path, field) } else { written.clone() },
        written,
        modifier: None,
        view,
        id: id.clone(),
        prop: prop.clone(),
        pattern: pattern.map_err(Mistake::At)?,
    })
}

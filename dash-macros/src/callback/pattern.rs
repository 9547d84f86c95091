//! Patterns of ids, `View::Cell { row: ALL, col: 0 }`: their syntax, and the constant they become.
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, ExprStruct, ExprUnary, FieldValue, Ident, Lit, Member, UnOp};

use super::json::json_text;
use crate::words::{as_written, field_name, field_names, list, nearest};

/// The ids of a family that a wire stands for.
pub(super) struct Pattern {
    /// `Cell`
    name: Ident,
    /// As the user wrote it, without the view.
    written: String,
    /// The names of the fields, sorted.
    names: String,
    pub(super) fields: Vec<Field>,
}

/// One field of a pattern.
pub(super) struct Field {
    member: Ident,
    pub(super) name: String,
    pub(super) value: Expr,
    pub(super) wanted: Wanted,
}

/// What an id must have in the field.
#[derive(PartialEq)]
pub(super) enum Wanted {
    Number(i64),
    Bool(bool),
    Text(String),
    Match,
    All,
    AllSmaller,
}

const WILDCARDS: [&str; 3] = ["ALL", "MATCH", "ALLSMALLER"];

impl Pattern {
    /// Reads the struct literal whose last word is the family.
    pub(super) fn read(literal: &ExprStruct, name: &Ident) -> syn::Result<Self> {
        if let Some(rest) = &literal.dot2_token {
            let text = "a pattern names all fields of the id\n\nhelp: write `ALL` for a field that may have any value";
            return Err(syn::Error::new_spanned(rest, text));
        }
        let mut fields: Vec<Field> =
            literal.fields.iter().map(field).collect::<syn::Result<_>>()?;
        fields.sort_by(|a, b| a.name.cmp(&b.name));
        let inside = as_written(&literal.fields.to_token_stream());
        let written = format!("{} {{ {inside} }}", name.unraw());
        Ok(Self { name: name.clone(), written, names: field_names(literal), fields })
    }

    /// Whether a list of components is meant.
    pub(super) fn is_list(&self) -> bool {
        self.fields.iter().any(|one| matches!(one.wanted, Wanted::All | Wanted::AllSmaller))
    }

    /// The pattern as a constant; rustc checks its fields as those of a struct literal.
    pub(super) fn constant(&self) -> TokenStream {
        let Self { name, written, names, fields } = self;
        let (text, id) = (name.unraw().to_string(), self.on_the_wire());
        let wanted = fields.iter().map(|Field { name, wanted, .. }| {
            let wanted = wanted.constant();
            quote!(::dash::__private::Field { name: #name, wanted: #wanted })
        });
        let literal = fields.iter().map(Field::checked);
        // As a type: rustc says of it what it says of the wire, and once.
        let checked = Ident::new("__Family", name.span());
        let family = quote_spanned!(name.span()=> <#name as ::dash::__private::DashId>::FAMILY);
        quote! {
            ::dash::__private::Pattern {
                name: #text,
                names: #names,
                written: #written,
                id: #id,
                fields: &[#(#wanted),*],
                family: {
                    type #checked = #name;
                    let _ = || #checked { #(#literal),* };
                    #family
                },
            }
        }
    }

    /// The fields and the name of the struct as JSON, sorted by key.
    fn on_the_wire(&self) -> String {
        let mut keys: Vec<(&str, String)> =
            self.fields.iter().map(|one| (one.name.as_str(), one.wanted.json())).collect();
        keys.push(("type", json_text(&self.name.unraw().to_string())));
        keys.sort();
        let keys: Vec<String> =
            keys.iter().map(|(key, value)| format!("{}:{value}", json_text(key))).collect();
        format!("{{{}}}", keys.join(","))
    }

    /// The fields that are `MATCH`.
    pub(super) fn matched(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.wanted == Wanted::Match)
    }

    /// Whether the field `name` is `MATCH`.
    pub(super) fn matches(&self, name: &str) -> bool {
        self.matched().any(|field| field.name == name)
    }
}

impl Field {
    /// The field of the literal that rustc checks: a wildcard fits any type.
    fn checked(&self) -> TokenStream {
        let (member, value) = (&self.member, &self.value);
        let value = match self.wanted {
            Wanted::Number(_) | Wanted::Bool(_) => value.to_token_stream(),
            Wanted::Text(_) => {
                let span = value.span();
                quote_spanned!(span=> ::dash::__private::TextKey::text_key(#value))
            }
            _ => {
                let span = value.span();
                quote_spanned!(span=> ::dash::__private::wildcard())
            }
        };
        quote!(#member: #value)
    }
}

impl Wanted {
    fn json(&self) -> String {
        match self {
            Self::Number(value) => value.to_string(),
            Self::Bool(value) => value.to_string(),
            Self::Text(text) => json_text(text),
            Self::Match => "[\"MATCH\"]".to_owned(),
            Self::All => "[\"ALL\"]".to_owned(),
            Self::AllSmaller => "[\"ALLSMALLER\"]".to_owned(),
        }
    }

    fn constant(&self) -> TokenStream {
        let wanted = quote!(::dash::__private::Wanted);
        let value = quote!(::dash::__private::KeyValue);
        match self {
            Self::Number(number) => {
                let number = Literal::i64_unsuffixed(*number);
                quote!(#wanted::Value(#value::Number(#number)))
            }
            Self::Bool(is) => quote!(#wanted::Value(#value::Bool(#is))),
            Self::Text(text) => quote!(#wanted::Value(#value::Text(#text))),
            Self::Match => quote!(#wanted::Match),
            Self::All => quote!(#wanted::All),
            Self::AllSmaller => quote!(#wanted::AllSmaller),
        }
    }
}

fn field(field: &FieldValue) -> syn::Result<Field> {
    let Member::Named(member) = &field.member else {
        return Err(syn::Error::new_spanned(&field.member, "the fields of an id have names"));
    };
    if field.colon_token.is_none() {
        let text =
            format!("`{member}` lacks its value\n\nhelp: write `{member}: ALL`, or a literal");
        return Err(syn::Error::new_spanned(member, text));
    }
    let name = field_name(&field.member);
    let wanted = wanted(&field.expr)?;
    Ok(Field { member: member.clone(), name, value: field.expr.clone(), wanted })
}

fn wanted(value: &Expr) -> syn::Result<Wanted> {
    match value {
        Expr::Lit(ExprLit { lit, .. }) => literal(lit, false),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => match &**expr {
            Expr::Lit(ExprLit { lit: lit @ Lit::Int(_), .. }) => literal(lit, true),
            _ => Err(no_value(value)),
        },
        Expr::Path(path) => match path.path.get_ident() {
            Some(word) => wildcard(word),
            None => Err(no_value(value)),
        },
        _ => Err(no_value(value)),
    }
}

fn literal(literal: &Lit, is_negative: bool) -> syn::Result<Wanted> {
    match literal {
        Lit::Int(number) => {
            let sign = if is_negative { "-" } else { "" };
            let text = format!("{sign}{}", number.base10_digits());
            text.parse().map(Wanted::Number).map_err(|_| no_value(literal))
        }
        Lit::Bool(is) => Ok(Wanted::Bool(is.value)),
        Lit::Str(text) => Ok(Wanted::Text(text.value())),
        _ => Err(no_value(literal)),
    }
}

fn no_value(at: impl ToTokens) -> syn::Error {
    let words = list(&WILDCARDS);
    let text = format!(
        "a field of a pattern is a literal or a wildcard\n\nhelp: write a number, `true`, `false`, a text, or one of {words}"
    );
    syn::Error::new_spanned(at, text)
}

fn wildcard(word: &Ident) -> syn::Result<Wanted> {
    let text = word.to_string();
    match text.as_str() {
        "ALL" => return Ok(Wanted::All),
        "MATCH" => return Ok(Wanted::Match),
        "ALLSMALLER" => return Ok(Wanted::AllSmaller),
        _ => {}
    }
    let upper = text.to_uppercase();
    let help = match nearest(&upper, &WILDCARDS) {
        Some(near) => format!("write `{near}`"),
        None => format!("the wildcards are {}; a value is written as a literal", list(&WILDCARDS)),
    };
    Err(syn::Error::new_spanned(word, format!("unknown wildcard `{text}`\n\nhelp: {help}")))
}

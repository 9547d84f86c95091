//! `#[derive(Inputs)]`, `#[derive(Outputs)]`: structs whose fields are wired.
use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::editor;
use crate::errors::Errors;

mod fields;
mod generate;

/// Which of the two derives it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Inputs,
    Outputs,
}

impl Kind {
    /// The attributes that a field can have.
    const fn clauses(self) -> &'static [&'static str] {
        match self {
            Self::Inputs => &["input", "state"],
            Self::Outputs => &["output"],
        }
    }

    /// The derive's name.
    const fn name(self) -> &'static str {
        match self {
            Self::Inputs => "Inputs",
            Self::Outputs => "Outputs",
        }
    }
}

/// Expands the derive; after a mistake, a struct that has no wires.
pub(crate) fn expand(kind: Kind, input: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let fields = fields::read(kind, &input, &mut errors);
    if errors.is_empty() {
        generate::implementation(kind, &input, &fields.wired)
    } else {
        let fallback = generate::fallback(kind, &input, &fields, errors);
        let editor = editor::item(&fields::attributes(&input), &TokenStream::new());
        quote!(#fallback #editor)
    }
}

//! A list of callbacks and groups, in `app!` and in `callbacks!`: its syntax, and what it becomes.
use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Ident, Path, Token, bracketed, token};

use crate::errors::{Errors, error_at};
use crate::words::{compact, own_at, split_at_commas};

/// The callbacks, single ones in runs, and groups.
#[derive(Default)]
pub(super) struct List(Vec<Part>);

enum Part {
    /// `update, drill`
    Callbacks(Vec<Path>),
    /// `..sales::SALES`
    Group(Path),
}

/// What stands between two commas.
enum Entry {
    Callback(Path),
    Group(Path),
}

impl List {
    /// Reads `[a, module::b, ..GROUP]` after `key`; a wrong entry is noted and passed over.
    pub(super) fn parse(
        input: ParseStream<'_>,
        key: &Ident,
        errors: &mut Errors,
    ) -> syn::Result<Self> {
        if !input.peek(token::Bracket) {
            let value: TokenStream = input.parse()?;
            let text = format!("expected a list\n\nhelp: write `{key}: [a, module::b]`");
            return Err(error_at(&value, input.span(), text));
        }
        let content;
        bracketed!(content in input);
        let (mut list, mut seen) = (Self::default(), HashSet::new());
        for piece in split_at_commas(content.parse()?) {
            match entry.parse2(piece.clone()) {
                Ok(entry) => list.add(entry, &mut seen, errors),
                Err(_) => errors.push(error_at(&piece, content.span(), NO_PATH)),
            }
        }
        Ok(list)
    }

    fn add(&mut self, entry: Entry, seen: &mut HashSet<String>, errors: &mut Errors) {
        let (Entry::Callback(path) | Entry::Group(path)) = &entry;
        let text = compact(path);
        if !seen.insert(text.clone()) {
            errors.add(path, format!("`{text}` is listed twice\n\nhelp: remove one of the two"));
            return;
        }
        match (entry, self.0.last_mut()) {
            (Entry::Callback(path), Some(Part::Callbacks(run))) => run.push(path),
            (Entry::Callback(path), _) => self.0.push(Part::Callbacks(vec![path])),
            (Entry::Group(path), _) => self.0.push(Part::Group(path)),
        }
    }

    /// The definitions, as a slice of slices.
    pub(super) fn definitions(&self) -> TokenStream {
        let parts = self.0.iter().map(Part::definitions);
        quote!(&[#(#parts),*])
    }

    /// Calls that report the fault number `fault` of `app`, each for the callback number `at` of the
    /// list number `list`.
    pub(super) fn reports(&self, app: &TokenStream, fault: &Ident) -> TokenStream {
        self.0.iter().enumerate().map(|(list, part)| part.reports(list, app, fault)).collect()
    }
}

impl Part {
    fn reports(&self, list: usize, app: &TokenStream, fault: &Ident) -> TokenStream {
        let (paths, at_place) = match self {
            Self::Callbacks(paths) => (&paths[..], true),
            Self::Group(path) => (std::slice::from_ref(path), false),
        };
        let reports = paths.iter().enumerate().map(|(place, path)| {
            let at = own_at("at", path.span());
            let report = quote_spanned!(path.span()=> <#path>::report_fault::<#app, #fault>(#at));
            if at_place { quote!(if #at == #place { #report }) } else { report }
        });
        quote!(if list == #list { #(#reports)* })
    }

    fn definitions(&self) -> TokenStream {
        match self {
            Self::Callbacks(paths) => {
                let definitions = paths.iter().map(definition);
                quote!(&[#(#definitions),*])
            }
            Self::Group(path) => {
                let definition = definition(path);
                quote_spanned!(path.span()=> {
                    let group: &::dash::__private::CallbackGroup = #definition;
                    group.callbacks
                })
            }
        }
    }
}

const NO_PATH: &str = "expected the path of a callback\n\nhelp: write the name of a fn that has `#[callback(..)]`, or `..GROUP`";

fn entry(input: ParseStream<'_>) -> syn::Result<Entry> {
    if input.parse::<Option<Token![..]>>()?.is_some() {
        return Ok(Entry::Group(input.parse()?));
    }
    Ok(Entry::Callback(input.parse()?))
}

fn definition(path: &Path) -> TokenStream {
    quote_spanned!(path.span()=> &<#path>::LISTED_IN_APP)
}

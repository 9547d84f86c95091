//! Small helpers over words and tokens that more than one macro needs.
use proc_macro2::{Delimiter, Ident, LineColumn, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{ExprStruct, Member};

/// The tokens between commas; an empty piece after the last comma is left out.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut pieces = vec![TokenStream::new()];
    for token in tokens {
        match (&token, pieces.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ',' => {
                pieces.push(TokenStream::new());
            }
            (_, Some(last)) => last.extend([token]),
            (_, None) => {}
        }
    }
    if pieces.last().is_some_and(TokenStream::is_empty) {
        pieces.pop();
    }
    pieces
}

/// A variable that only the macro's own code sees, marked at `span`: what stands there may be from a
/// macro of the user's, which sees names of its own.
pub(crate) fn own_at(name: &str, span: Span) -> Ident {
    Ident::new(name, span.resolved_at(Span::mixed_site()))
}

/// The word of `known` that `word` was probably meant to be.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let near = known.iter().map(|candidate| (distance(word, candidate), *candidate)).min()?;
    (near.0 <= 1 + near.1.len() / 4).then_some(near.1)
}

/// `a`, `b` and `c`, each in backticks.
pub(crate) fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// `1 parameter`, `2 parameters`.
pub(crate) fn count(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{plural}")
}

/// The names of a struct literal's fields, sorted, with blanks between them: what tells families apart.
pub(crate) fn field_names(literal: &ExprStruct) -> String {
    let mut names: Vec<String> =
        literal.fields.iter().map(|field| field_name(&field.member)).collect();
    names.sort_unstable();
    names.join(" ")
}

/// The name of a field as the page has it.
pub(crate) fn field_name(member: &Member) -> String {
    match member {
        Member::Named(name) => name.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// The text of a path, without spaces.
pub(crate) fn compact(tokens: &impl ToTokens) -> String {
    tokens.to_token_stream().to_string().replace(' ', "")
}

/// The tokens as they stand in the source, on one line.
pub(crate) fn as_written(tokens: &TokenStream) -> String {
    let mut text = String::new();
    let mut end = None;
    write_tokens(tokens.clone(), &mut text, &mut end);
    text
}

fn write_tokens(tokens: TokenStream, text: &mut String, end: &mut Option<LineColumn>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
                let (open, close) = brackets(group.delimiter());
                write_token(open, group.span_open(), text, end);
                write_tokens(group.stream(), text, end);
                write_token(close, group.span_close(), text, end);
            }
            TokenTree::Group(group) => write_tokens(group.stream(), text, end),
            token => write_token(&token.to_string(), token.span(), text, end),
        }
    }
}

/// Writes a token after as much space as the source has there.
fn write_token(token: &str, span: Span, text: &mut String, end: &mut Option<LineColumn>) {
    if end.is_some_and(|end| end != span.start()) {
        text.push(' ');
    }
    text.push_str(token);
    *end = Some(span.end());
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposes_a_word_only_when_it_is_near() {
        let known = ["output", "input", "state", "circular"];
        assert_eq!(nearest("outputs", &known), Some("output"));
        assert_eq!(nearest("stat", &known), Some("state"));
        assert_eq!(nearest("unlisted", &known), None);
    }

    #[test]
    fn splits_at_top_level_commas_only() {
        let split = |text: &str| split_at_commas(text.parse().unwrap()).len();
        assert_eq!(split(""), 0);
        assert_eq!(split("a, b(c, d),"), 2);
        assert_eq!(split("a,, b"), 3);
    }

    #[test]
    fn repeats_the_source() {
        for text in ["a.b().c()", "&[\"x\", 1 + 2]", "move |x| { x }", "Sales dashboard, 2025"] {
            assert_eq!(as_written(&text.parse().unwrap()), text);
        }
    }

    #[test]
    fn lists_words() {
        assert_eq!(list(&["a"]), "`a`");
        assert_eq!(list(&["a", "b", "c"]), "`a`, `b` and `c`");
    }
}

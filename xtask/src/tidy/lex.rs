//! A Rust file as words, texts and signs: enough to tell code from comments, no grammar.

/// One piece of code and the line it starts on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) line: usize,
    pub(super) kind: Kind,
    pub(super) text: String,
}

#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum Kind {
    /// An identifier, keyword or number.
    Word,
    /// What stands between the quotes of a string.
    Text,
    /// Any other character.
    Sign,
}

/// The code of a file, comments left out.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let mut rest = source;
    let mut line = 1;
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (length, token) = piece(rest, first);
        if let Some((kind, text)) = token {
            found.push(Token { line, kind, text: text.to_owned() });
        }
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    found
}

/// The code outside `#[cfg(test)] mod …`, which stands last in a file.
pub(super) fn outside_tests(source: &str) -> Vec<Token> {
    let mut code = tokens(source);
    let words: Vec<&str> = code.iter().map(|token| token.text.as_str()).collect();
    if let Some(start) = words.windows(8).position(is_test_module) {
        code.truncate(start);
    }
    code
}

fn is_test_module(window: &[&str]) -> bool {
    window == ["#", "[", "cfg", "(", "test", ")", "]", "mod"]
}

/// The length of the next piece, and the token that it is unless it is a comment or a blank.
fn piece(rest: &str, first: char) -> (usize, Option<(Kind, &str)>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |end| end + 2), None);
    }
    if let Some((length, text)) = raw_string(rest).or_else(|| string(rest)) {
        return (length, Some((Kind::Text, text)));
    }
    if let Some(length) = character(rest) {
        return (length, None);
    }
    if is_word(first) {
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        return (length, Some((Kind::Word, &rest[..length])));
    }
    let length = first.len_utf8();
    (length, (!first.is_whitespace()).then_some((Kind::Sign, &rest[..length])))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn raw_string(rest: &str) -> Option<(usize, &str)> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let body = after[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = body.find(&close)?;
    Some((rest.len() - body.len() + end + close.len(), &body[..end]))
}

fn string(rest: &str) -> Option<(usize, &str)> {
    let body = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('"')?;
    let mut escaped = false;
    let end = body.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some((rest.len() - body.len() + end + 1, &body[..end]))
}

/// A character literal, which is told from a lifetime by its closing quote.
fn character(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix('\'')?;
    let skip = if body.starts_with('\\') { 2 } else { body.chars().next()?.len_utf8() };
    let end = body.get(skip..)?.find('\'')?;
    let is_literal = end == 0 || body.starts_with("\\u") || body.starts_with("\\x");
    is_literal.then_some(1 + skip + end + 1)
}

#[cfg(test)]
mod tests {
    use super::{outside_tests, tokens};

    fn check(source: &str, expected: &[&str]) {
        let found: Vec<String> = tokens(source).into_iter().map(|token| token.text).collect();
        assert_eq!(found, expected, "{source}");
    }

    #[test]
    fn comments_are_left_out_and_strings_are_whole() {
        check("a // b\nc /* d */ e", &["a", "c", "e"]);
        check(r#"f("x // y", 1)"#, &["f", "(", "x // y", ",", "1", ")"]);
        check(r##"r#"a "quoted" b"# c"##, &["a \"quoted\" b", "c"]);
        check(r#""\\" a "\"" b"#, &[r"\\", "a", "\\\"", "b"]);
    }

    #[test]
    fn a_quote_character_opens_no_string() {
        check(r#"'"' a 'x' b '\'' c '\u{1F600}' d"#, &["a", "b", "c", "d"]);
        check(
            "fn f<'a>(x: &'a str)",
            &["fn", "f", "<", "'", "a", ">", "(", "x", ":", "&", "'", "a", "str", ")"],
        );
    }

    #[test]
    fn lines_are_counted_through_comments_and_strings() {
        let found = tokens("/* 1\n2 */ \"3\n4\" five");
        assert_eq!(found.last().map(|token| token.line), Some(3));
    }

    #[test]
    fn the_test_module_is_cut_off() {
        let code = outside_tests("a\n#[cfg(test)]\nmod tests { b }");
        assert_eq!(code.len(), 1);
        let code = outside_tests("#[cfg(test)]\nuse x;\na");
        assert!(code.iter().any(|token| token.text == "a"));
    }
}

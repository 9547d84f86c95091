//! Doc comments and names of the generated text.

/// The text as a doc comment; prose is wrapped, code stays as it is.
pub(super) fn doc(mark: &str, text: &str) -> String {
    let mut lines = Vec::new();
    let mut is_code = false;
    for line in text.trim().lines() {
        let is_fence = line.starts_with("```");
        if is_code || is_fence {
            lines.push(format!("{mark} {line}").trim_end().to_owned());
        } else {
            lines.extend(wrapped(mark, line));
        }
        is_code ^= is_fence;
    }
    lines.join("\n")
}

/// The text of each item, one after the other.
pub(super) fn each<T>(items: impl IntoIterator<Item = T>, text: impl FnMut(T) -> String) -> String {
    items.into_iter().map(text).collect::<Vec<_>>().concat()
}

const WIDTH: usize = 96;

/// A line of prose, broken at the width of the code round it.
fn wrapped(mark: &str, text: &str) -> Vec<String> {
    let mut lines = vec![mark.to_owned()];
    for word in text.split_whitespace() {
        if lines[lines.len() - 1].len() + word.len() >= WIDTH {
            lines.push(mark.to_owned());
        }
        let last = lines.len() - 1;
        lines[last].push(' ');
        lines[last].push_str(word);
    }
    lines
}

/// `class_name` → `ClassName`.
pub(super) fn camel(snake: &str) -> String {
    snake.trim_start_matches("r#").split('_').map(capital).collect()
}

/// `word` → `Word`.
pub(super) fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_ascii_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, camel, doc};

    #[test]
    fn prose_is_wrapped_and_code_is_not() {
        let code = "x".repeat(2 * WIDTH);
        let text = format!("{}\n\n```\n{code}\n\n```", "word ".repeat(30));
        let doc = doc("///", &text);
        let (prose, rest) = doc.split_once("\n///\n").unwrap();
        assert!(
            prose.lines().count() == 2 && prose.lines().all(|line| line.len() <= WIDTH),
            "{prose}"
        );
        assert_eq!(rest, format!("/// ```\n/// {code}\n///\n/// ```"));
    }

    #[test]
    fn a_word_longer_than_a_line_stands_alone() {
        let long = "x".repeat(2 * WIDTH);
        assert_eq!(doc("///", &format!("a {long} b")), format!("/// a\n/// {long}\n/// b"));
    }

    #[test]
    fn parameters_are_in_camel_case() {
        assert_eq!(camel("class_name"), "ClassName");
        assert_eq!(camel("r#type"), "Type");
    }
}

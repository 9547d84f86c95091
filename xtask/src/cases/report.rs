//! A snapshot read as a user reads it: which errors, at which place, with which text under the caret.

use super::case::Mark;

/// One error of a snapshot.
#[derive(Debug)]
pub(super) struct Report {
    /// The text under the primary caret; of several lines, the first.
    pub at: Mark,
    /// Lines besides those that echo the user's source, of which a long view makes many.
    pub length: usize,
    pub text: String,
}

/// The errors, in the order printed; the source's `lines` tell the text under each caret.
pub(super) fn reports(stderr: &str, lines: &[String]) -> Result<Vec<Report>, String> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    for line in stderr.lines() {
        match blocks.last_mut() {
            Some(block) if !opens_error(line) => block.push(line),
            _ => blocks.push(vec![line]),
        }
    }
    blocks.iter().map(|block| report(block, lines)).collect()
}

/// `error: …`, `error[E0277]: …`, and warnings, which a case must not have.
fn opens_error(line: &str) -> bool {
    ["error:", "error[", "warning:"].iter().any(|word| line.starts_with(word))
}

fn report(block: &[&str], lines: &[String]) -> Result<Report, String> {
    let text = block.join("\n").trim_end().to_owned();
    let at = caret(block, lines).ok_or_else(|| format!("no caret in this error:\n{text}"))?;
    let length = text.lines().filter(|line| !echoes_source(line)).count();
    Ok(Report { at, length, text })
}

/// A line of the user's source: `12 | …`.
fn echoes_source(line: &str) -> bool {
    line.split_once(" | ").is_some_and(|(number, _)| number.trim().parse::<usize>().is_ok())
}

/// What is underlined with `^` at the first `-->`.
fn caret(block: &[&str], lines: &[String]) -> Option<Mark> {
    let arrow = block.iter().position(|line| line.trim_start().starts_with("--> "))?;
    let mut place = block[arrow].rsplit(':');
    let column: usize = place.next()?.parse().ok()?;
    let line: usize = place.next()?.parse().ok()?;
    let source = lines.get(line - 1)?;
    let number = format!("{line} | ");
    let echo = arrow + block[arrow..].iter().position(|l| l.trim_start().starts_with(&number))?;
    // Of a construct of several lines rustc indents the echo, and underlines one line further down.
    let start = char_position(block[echo], source)? + column - 1;
    let underline: Vec<char> =
        block[echo + 1..].iter().find(|l| l.contains('^'))?.chars().collect();
    let is_open = start > 0 && underline.get(start - 1) == Some(&'_');
    let end = underline.iter().rposition(|mark| *mark == '^')? + 1;
    let length = if is_open { usize::MAX } else { end.checked_sub(start)? };
    let token: String = source.chars().skip(column - 1).take(length).collect();
    Some(Mark { line, token })
}

fn char_position(line: &str, part: &str) -> Option<usize> {
    line.find(part).map(|at| line[..at].chars().count())
}

#[cfg(test)]
mod tests {
    use super::reports;

    /// The first error's caret text and length.
    #[track_caller]
    fn check(stderr: &str, source: &str, expected: &[(usize, &str, usize)]) {
        let lines: Vec<String> = source.lines().map(str::to_owned).collect();
        let found = reports(stderr, &lines).unwrap();
        let found: Vec<(usize, &str, usize)> =
            found.iter().map(|r| (r.at.line, r.at.token.as_str(), r.length)).collect();
        assert_eq!(found, expected, "{stderr}");
    }

    #[test]
    fn the_text_under_the_caret_is_found() {
        let stderr =
            "error: no\n\n       help: yes\n --> a.rs:1:5\n  |\n1 | let text = 1;\n  |     ^^^^\n";
        check(stderr, "let text = 1;", &[(1, "text", 6)]);
    }

    #[test]
    fn labels_may_cover_an_end_of_the_caret() {
        let stderr = "error: no\n --> a.rs:1:5\n  |\n1 | let text = 1;\n  |     --^^----- b\n  |     |\n  |     a\n";
        check(stderr, "let text = 1;", &[(1, "text", 6)]);
    }

    #[test]
    fn of_several_lines_the_first_is_marked_and_none_counts() {
        let stderr = "error: no\n --> a.rs:1:8\n  |\n1 |   fn f() {\n  |  _________^\n2 | |     1\n3 | | }\n  | |_^ here\n";
        check(stderr, "fn f() {\n    1\n}", &[(1, "{", 5)]);
    }

    #[test]
    fn errors_are_told_apart() {
        let one = "error: no\n --> a.rs:1:1\n  |\n1 | let\n  | ^^^\n";
        check(&format!("{one}\n{one}"), "let", &[(1, "let", 4), (1, "let", 4)]);
        assert!(reports("error: nowhere\n", &[]).is_err());
    }
}

//! A case: a program, the tokens that its author marked, and what the compiler said.

/// A file of `fail` or `pass`.
#[derive(Debug)]
pub(super) struct Case {
    /// From `ui-tests`, with `/`.
    pub path: String,
    /// What stands behind `//!` in the first line.
    pub title: String,
    pub marks: Vec<Mark>,
    pub lines: Vec<String>,
    /// The snapshot; empty where there is none.
    pub stderr: String,
}

/// The token to change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark {
    /// Counted from 1.
    pub line: usize,
    pub token: String,
}

/// What opens the line below that of the token.
const MARK: &str = "//~ ";

impl Case {
    pub(super) fn new(path: String, source: &str, stderr: String) -> Self {
        let lines: Vec<String> = source.lines().map(str::to_owned).collect();
        let first = lines.first().and_then(|line| line.strip_prefix("//! "));
        let title = first.unwrap_or_default().to_owned();
        Self { path, title, marks: marks(&lines), lines, stderr }
    }

    /// The rule that is broken, and where: `rule: position`.
    pub(super) fn rule(&self) -> Option<(&str, &str)> {
        self.title.rsplit_once(": ")
    }

    /// The folder within `fail`, or none.
    pub(super) fn topic(&self) -> &str {
        self.path.rsplit('/').nth(1).unwrap_or_default()
    }
}

/// Each mark is about the nearest line above that is none itself.
fn marks(lines: &[String]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut about = 0;
    for (index, line) in lines.iter().enumerate() {
        match line.trim_start().strip_prefix(MARK) {
            Some(token) => marks.push(Mark { line: about, token: token.to_owned() }),
            None => about = index + 1,
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::{Case, Mark};

    #[test]
    fn marks_are_about_the_line_above_them() {
        let source =
            "//! a view has the id: input\nuse a::b;\n  //~ b\n//~ a\nfn main() {}\n//~ {}\n";
        let case = Case::new("fail/ids/missing.rs".to_owned(), source, String::new());
        let marks = [(2, "b"), (2, "a"), (5, "{}")];
        let marks = marks.map(|(line, token)| Mark { line, token: token.to_owned() });
        assert_eq!(case.marks, marks);
        assert_eq!(case.rule(), Some(("a view has the id", "input")));
        assert_eq!(case.topic(), "ids");
    }
}

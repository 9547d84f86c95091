//! The rules for messages: one error for one mistake, on the token to change, short, and in the
//! user's words; and no rule is shown twice at one position.

use std::collections::HashMap;

use super::case::{Case, Mark};
use super::report::{Report, reports};

/// How long an error may be, besides what it echoes of the user's source.
const LINES: usize = 15;

/// The only folder whose cases have more than one mistake.
const SEVERAL: &str = "all_at_once";

/// What a user did not write and need not know; names with `__` in front besides.
const INTERNALS: &[&str] = &[
    "$crate",
    "dash_macros",
    "dash_runtime::",
    "dash_components::",
    "originates in",
    "macro expansion",
    "macro invocation",
];

/// What breaks a rule, as `path: what is wrong`.
pub(super) fn broken(cases: &[Case]) -> Vec<String> {
    let each = cases.iter().flat_map(|case| {
        let place = |wrong| format!("{}: {wrong}", case.path);
        in_case(case).into_iter().map(place)
    });
    each.chain(repeated(cases)).collect()
}

fn in_case(case: &Case) -> Vec<String> {
    let reports = match reports(&case.stderr, &case.lines) {
        Ok(reports) => reports,
        Err(wrong) => return vec![wrong],
    };
    let mut wrong = Vec::new();
    if case.rule().is_none() {
        wrong.push("the first line is not `//! rule: position`".to_owned());
    }
    if case.marks.len() != 1 && case.topic() != SEVERAL {
        wrong.push(format!("{} marks `//~ token`, not 1", case.marks.len()));
    }
    wrong.extend(misplaced(case, &reports));
    wrong.extend(reports.iter().flat_map(internals));
    wrong.extend(reports.iter().filter_map(length));
    wrong
}

/// The carets are those that the marks want, one error for each.
fn misplaced(case: &Case, reports: &[Report]) -> Option<String> {
    let mut found: Vec<&Mark> = reports.iter().map(|report| &report.at).collect();
    let mut wanted: Vec<&Mark> = case.marks.iter().collect();
    found.sort();
    wanted.sort();
    (found != wanted).then(|| format!("errors at {}, marks at {}", shown(&found), shown(&wanted)))
}

fn shown(marks: &[&Mark]) -> String {
    let each = marks.iter().map(|Mark { line, token }| format!("line {line} `{token}`"));
    if marks.is_empty() { "no place".to_owned() } else { each.collect::<Vec<_>>().join(", ") }
}

fn length(report: &Report) -> Option<String> {
    (report.length > LINES).then(|| format!("{} lines, more than {LINES}", report.length))
}

fn internals(report: &Report) -> Vec<String> {
    let lines = report.text.lines().filter(|line| names_internals(line));
    lines.map(|line| format!("internals in `{}`", line.trim())).collect()
}

fn names_internals(line: &str) -> bool {
    let opens_name = |at: usize| line[at + 2..].starts_with(|c: char| c.is_ascii_alphabetic());
    INTERNALS.iter().any(|word| line.contains(word))
        || line.match_indices("__").any(|(at, _)| opens_name(at))
}

/// Cases that test what another one tests.
fn repeated(cases: &[Case]) -> Vec<String> {
    let mut first: HashMap<(&str, &str), &str> = HashMap::new();
    let mut wrong = Vec::new();
    for case in cases {
        let Some(rule) = case.rule() else { continue };
        match first.get(&rule) {
            Some(other) => {
                wrong.push(format!("{}: the same rule and position as {other}", case.path));
            }
            None => drop(first.insert(rule, &case.path)),
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::{Case, broken};

    const ERROR: &str = "error: no\n --> a.rs:2:4\n  |\n2 | fn main() {}\n  |    ^^^^\n";

    fn case(path: &str, source: &str, stderr: &str) -> Case {
        Case::new(path.to_owned(), source, stderr.to_owned())
    }

    #[track_caller]
    fn check(source: &str, stderr: &str, expected: &[&str]) {
        let found = broken(&[case("fail/a/b.rs", source, stderr)]);
        let expected: Vec<String> = expected.iter().map(|e| format!("fail/a/b.rs: {e}")).collect();
        assert_eq!(found, expected, "{source}\n{stderr}");
    }

    const SOURCE: &str = "//! a: b\nfn main() {}\n//~ main\n";

    #[test]
    fn one_error_on_the_marked_token_is_right() {
        check(SOURCE, ERROR, &[]);
        check(SOURCE, "", &["errors at no place, marks at line 2 `main`"]);
        check(
            SOURCE,
            &ERROR.replace("^^^^", "^^"),
            &["errors at line 2 `ma`, marks at line 2 `main`"],
        );
        let two = format!("{ERROR}\n{ERROR}");
        check(SOURCE, &two, &["errors at line 2 `main`, line 2 `main`, marks at line 2 `main`"]);
    }

    #[test]
    fn a_case_states_its_rule_and_one_mistake() {
        check(
            "//! a b\nfn main() {}\n//~ main\n",
            ERROR,
            &["the first line is not `//! rule: position`"],
        );
        check(
            "//! a: b\nfn main() {}\n//~ main\n//~ main\n",
            &format!("{ERROR}{ERROR}"),
            &["2 marks `//~ token`, not 1"],
        );
        let several = case(
            "fail/all_at_once/a.rs",
            "//! a: b\nfn main() {}\n//~ main\n//~ main\n",
            &format!("{ERROR}{ERROR}"),
        );
        assert_eq!(broken(&[several]), Vec::<String>::new());
    }

    #[test]
    fn long_errors_and_internals_are_found() {
        let long = format!("{ERROR}{}", "  = note: more\n".repeat(12));
        check(SOURCE, &long, &["16 lines, more than 15"]);
        let inside = format!("{ERROR}  = help: `dash::__private::Wire`\n");
        check(SOURCE, &inside, &["internals in `= help: `dash::__private::Wire``"]);
        check(SOURCE, &format!("{ERROR}  |  _________^\n"), &[]);
    }

    #[test]
    fn a_rule_is_shown_once_at_one_position() {
        let cases = ["fail/a/b.rs", "fail/a/c.rs"].map(|path| case(path, SOURCE, ERROR));
        assert_eq!(broken(&cases), ["fail/a/c.rs: the same rule and position as fail/a/b.rs"]);
    }
}

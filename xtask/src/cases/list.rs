//! The list of the cases in `ui-tests/README.md`: a rule a line, with a link for each position.

use std::fmt::Write as _;

use super::case::Case;

const START: &str = "<!-- `cargo xtask cases` writes from here on -->\n";

/// The text with the list behind its mark; what stands before is written by hand.
pub(super) fn with_list(text: &str, fail: &[Case], pass: &[Case]) -> Result<String, String> {
    let (head, _) = text.split_once(START).ok_or_else(|| format!("no line `{}`", START.trim()))?;
    let missing = dead_links(head, fail);
    if !missing.is_empty() {
        return Err(format!("`ui-tests/README.md` names no case with {}", missing.join(", ")));
    }
    Ok(format!("{head}{START}\n{}{}", failing(fail), passing(pass)))
}

/// The cases that the text links to, and that are not there.
fn dead_links(text: &str, cases: &[Case]) -> Vec<String> {
    let links = text.split("](fail/").skip(1).filter_map(|rest| rest.split(')').next());
    let links = links.map(|rest| format!("fail/{rest}"));
    links.filter(|link| cases.iter().all(|case| case.path != *link)).collect()
}

fn failing(cases: &[Case]) -> String {
    let mut text = format!("## {} mistakes\n", cases.len());
    let mut topics: Vec<&str> = cases.iter().map(Case::topic).collect();
    topics.dedup();
    for topic in topics {
        let of_topic: Vec<&Case> = cases.iter().filter(|case| case.topic() == topic).collect();
        let _ = write!(text, "\n### {topic}\n\n{}", rules(&of_topic));
    }
    text
}

fn rules(cases: &[&Case]) -> String {
    let mut rules: Vec<(&str, Vec<String>)> = Vec::new();
    for case in cases {
        let Some((rule, position)) = case.rule() else { continue };
        let link = format!("[{position}]({})", case.path);
        match rules.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, links)) => links.push(link),
            None => rules.push((rule, vec![link])),
        }
    }
    rules.sort();
    let mut text = String::new();
    for (rule, links) in rules {
        let _ = writeln!(text, "- {rule}: {}", links.join(", "));
    }
    text
}

fn passing(cases: &[Case]) -> String {
    let mut text = format!("\n## {} programs that compile\n\n", cases.len());
    for case in cases {
        let _ = writeln!(text, "- [{}]({})", case.title, case.path);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Case, START, with_list};

    fn case(path: &str, title: &str) -> Case {
        Case::new(path.to_owned(), &format!("//! {title}\n"), String::new())
    }

    #[test]
    fn rules_are_listed_by_topic_with_their_positions() {
        let fail = [
            case("fail/app/a.rs", "a key is known: app"),
            case("fail/app/b.rs", "a key is known: also"),
            case("fail/ids/c.rs", "an id is a name: text"),
        ];
        let pass = [case("pass/d.rs", "Markup.")];
        let list = "## 3 mistakes\n\n### app\n\n- a key is known: [app](fail/app/a.rs), [also](fail/app/b.rs)\n\n### ids\n\n- an id is a name: [text](fail/ids/c.rs)\n\n## 1 programs that compile\n\n- [Markup.](pass/d.rs)\n";
        let expected = format!("By hand.\n{START}\n{list}");
        let found = with_list(&format!("By hand.\n{START}old"), &fail, &pass);
        assert_eq!(found, Ok(expected));
    }

    #[test]
    fn a_link_to_a_missing_case_is_found() {
        let text = format!("see [b](fail/a/b.rs)\n{START}");
        let message = with_list(&text, &[case("fail/a/c.rs", "a: b")], &[]).unwrap_err();
        assert!(message.ends_with("with fail/a/b.rs"), "{message}");
        assert!(with_list("no mark", &[], &[]).is_err());
    }
}

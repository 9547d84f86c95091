//! `cargo xtask test --mutants`: breaks the rules of scheduling one by one in a copy of the front
//! end; the test whose name starts with the rule's id must turn red.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::Result;
use crate::front_end;
use crate::project::{dash_js, root};
use crate::steps::{Steps, execute};

#[derive(Debug, Deserialize)]
struct Rule {
    id: String,
    mutant: Mutant,
}

/// One line that breaks the rule.
#[derive(Debug, Deserialize)]
struct Mutant {
    file: String,
    from: String,
    to: String,
}

/// Breaks every rule; fails with the list of those whose test did not notice.
pub(crate) fn run() -> Result {
    let mut steps = Steps::default();
    steps.run("npm packages", front_end::install)?;
    let rules: Vec<Rule> = serde_json::from_slice(&fs::read(dash_js().join("src/rules.json"))?)?;
    let copy = copy_of_front_end()?;
    steps.run("rules", || execute(&mut tests(&copy, "8")))?;
    steps.run("mutants", || kill(&copy, &rules))?;
    Ok(fs::remove_dir_all(workshop())?)
}

fn kill(copy: &Path, rules: &[Rule]) -> Result {
    let mut survivors = Vec::new();
    for Rule { id, mutant } in rules {
        let is_killed =
            is_killed(copy, id, mutant).map_err(|error| format!("rule {id}: {error}"))?;
        println!("{id:>7} {}", if is_killed { "killed" } else { "SURVIVED" });
        if !is_killed {
            survivors.push(id.as_str());
        }
    }
    if survivors.is_empty() {
        return Ok(());
    }
    Err(format!("no test notices broken rules: {}", survivors.join(", ")).into())
}

/// Whether an assertion of the rule's test fails; a mutant that does not even run proves nothing.
fn is_killed(copy: &Path, id: &str, mutant: &Mutant) -> Result<bool> {
    let file = copy.join(&mutant.file);
    let whole = fs::read_to_string(&file)?;
    fs::write(&file, broken(&whole, mutant)?)?;
    let output = tests(copy, id).output();
    fs::write(&file, whole)?;
    let output = output?;
    let printed = [output.stdout, output.stderr].concat();
    Ok(!output.status.success() && String::from_utf8_lossy(&printed).contains("AssertionError"))
}

fn broken(whole: &str, Mutant { file, from, to }: &Mutant) -> Result<String> {
    match whole.matches(from.as_str()).count() {
        1 => Ok(whole.replace(from.as_str(), to)),
        found => Err(format!("`{from}` stands {found} times in {file}").into()),
    }
}

/// The tests of the rules whose id starts so.
fn tests(copy: &Path, id: &str) -> Command {
    let name = format!("^{}[. ]", id.replace('.', "\\."));
    let mut command = Command::new("npm");
    command.current_dir(copy).args(["test", "--", "src/rules.test.ts", "-t", &name]);
    command
}

/// Stands below `dash-js`, where Node finds the packages.
fn workshop() -> PathBuf {
    dash_js().join("dist/mutants")
}

/// The front end, and the scenarios where its tests look for them.
fn copy_of_front_end() -> Result<PathBuf> {
    if workshop().exists() {
        fs::remove_dir_all(workshop())?;
    }
    let copy = workshop().join("dash-js");
    copy_folder(&dash_js().join("src"), &copy.join("src"))?;
    let scenarios = "tests/fixtures/rules";
    copy_folder(&root().join(scenarios), &workshop().join(scenarios))?;
    for file in ["package.json", "vitest.config.ts"] {
        fs::copy(dash_js().join(file), copy.join(file))?;
    }
    Ok(copy)
}

fn copy_folder(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let copy = to.join(path.strip_prefix(from)?);
        if path.is_dir() {
            copy_folder(&path, &copy)?;
        } else {
            fs::copy(&path, &copy)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Mutant, broken};

    #[test]
    fn a_line_is_broken_only_if_it_stands_there_once() {
        let mutant = Mutant { file: "a.ts".into(), from: "x < 1".into(), to: "x > 1".into() };
        assert_eq!(broken("if (x < 1) y;", &mutant).unwrap(), "if (x > 1) y;");
        for text in ["", "x < 1; x < 1"] {
            let message = broken(text, &mutant).unwrap_err().to_string();
            assert!(message.contains("`x < 1` stands"), "{message}");
        }
    }
}

//! `cargo xtask cases`: what the compiler says to each mistake of `ui-tests/fail`, held against the
//! rules for messages; and the list of the cases in `ui-tests/README.md`.

mod case;
mod list;
mod report;
mod rules;

use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;
use crate::project::root;
use case::Case;

/// Checks the cases and writes their list; with `--check`, fails where the list is not that.
pub(crate) fn run(flags: &[&str]) -> Result {
    let is_check = match flags {
        [] => false,
        ["--check"] => true,
        _ => return Err(format!("unknown flags for `cases`: {}", flags.join(" ")).into()),
    };
    let (fail, pass) = (read("fail")?, read("pass")?);
    let broken = rules::broken(&fail);
    if !broken.is_empty() {
        return Err(format!("messages that break a rule:\n{}", broken.join("\n")).into());
    }
    let file = folder().join("README.md");
    let found = fs::read_to_string(&file)?;
    let text = list::with_list(&found, &fail, &pass)?;
    if !is_check {
        return Ok(fs::write(file, text)?);
    }
    if text == found {
        return Ok(());
    }
    Err("`ui-tests/README.md` lists other cases: run `cargo xtask cases`".into())
}

fn folder() -> PathBuf {
    root().join("ui-tests")
}

/// The cases below `fail` or `pass`, by path.
fn read(kind: &str) -> Result<Vec<Case>> {
    let mut files = Vec::new();
    collect(&folder().join(kind), &mut files)?;
    files.sort();
    files.iter().map(|file| read_case(file)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// A case whose snapshot is missing has nothing to say, which a rule finds.
fn read_case(file: &Path) -> Result<Case> {
    let path = file.strip_prefix(folder())?.to_string_lossy().replace('\\', "/");
    let stderr = fs::read_to_string(file.with_extension("stderr")).unwrap_or_default();
    Ok(Case::new(path, &fs::read_to_string(file)?, stderr))
}

#[cfg(test)]
mod tests {
    use super::{read, rules, run};

    #[test]
    fn each_message_keeps_the_rules() {
        let broken = rules::broken(&read("fail").unwrap());
        assert!(broken.is_empty(), "\n{}", broken.join("\n"));
    }

    #[test]
    fn the_committed_list_is_fresh() {
        run(&["--check"]).unwrap();
    }

    #[test]
    fn an_unknown_flag_is_named() {
        let message = run(&["--chekc"]).unwrap_err().to_string();
        assert_eq!(message, "unknown flags for `cases`: --chekc");
    }
}

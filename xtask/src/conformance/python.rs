//! A virtual environment of Python in the target folder, with the packages that the apps import.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::apt;
use crate::project::{dash_js, target};
use crate::steps::{execute, output_of};

/// What Dash 4.4 asks for.
const OLDEST: (u32, u32) = (3, 9);

const MISSING: &str = "conformance needs Python 3.9 or newer that can make virtual environments: \
                       install it (on Debian: `apt-get install python3 python3-venv`)";

/// The interpreter of the environment; made or renewed when the list of packages changed.
pub(crate) fn environment() -> Result<PathBuf> {
    let folder = target().join("conformance-python");
    let wanted = fs::read_to_string(dash_js().join("conformance/requirements.txt"))?;
    let python = folder.join("bin/python");
    let installed = folder.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|before| before == wanted) {
        println!("as in requirements.txt already");
        return Ok(python);
    }
    create(&folder)?;
    retry(|| install(&python))?;
    fs::write(installed, wanted)?;
    Ok(python)
}

fn create(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let make = || {
        let made = execute(Command::new("python3").args(["-m", "venv"]).arg(folder));
        made.and_then(|()| check(&folder.join("bin/python")))
    };
    if make().is_ok() {
        return Ok(());
    }
    apt::install_if_allowed(&["python3", "python3-venv"])?;
    make().map_err(|error| format!("{MISSING}\n{error}").into())
}

fn check(python: &Path) -> Result {
    let found = output_of(Command::new(python).arg("--version"))?;
    match parse(&found) {
        Some(version) if version >= OLDEST => Ok(()),
        _ => Err(format!("`python3` is {}", found.trim()).into()),
    }
}

fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix("Python ")?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn install(python: &Path) -> Result {
    let mut pip = Command::new(python);
    pip.current_dir(dash_js().join("conformance"));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "5"]);
    execute(pip.args(["--requirement", "requirements.txt"]))
}

const ATTEMPTS: usize = 3;

/// Does it again when it fails: downloads break off now and then.
fn retry(mut work: impl FnMut() -> Result) -> Result {
    let mut outcome = work();
    for _ in 1..ATTEMPTS {
        let Err(error) = &outcome else { return Ok(()) };
        println!("{error}; trying again");
        outcome = work();
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::{ATTEMPTS, OLDEST, parse, retry};

    #[test]
    fn versions_are_read_and_compared() {
        let check = |text, expected| assert_eq!(parse(text), expected, "{text}");
        check("Python 3.11.2\n", Some((3, 11)));
        check("Python 3.13.0rc1", Some((3, 13)));
        check("3.11.2", None);
        assert!(parse("Python 3.8.20").unwrap() < OLDEST);
        assert!(parse("Python 3.10.1").unwrap() > OLDEST);
    }

    #[test]
    fn what_fails_is_done_again_and_then_given_up() {
        let mut calls = 0;
        let mut fail_until = |good: usize| {
            calls = 0;
            let outcome = retry(|| {
                calls += 1;
                if calls >= good { Ok(()) } else { Err("broken off".into()) }
            });
            (outcome.is_ok(), calls)
        };
        assert_eq!(fail_until(1), (true, 1));
        assert_eq!(fail_until(2), (true, 2));
        assert_eq!(fail_until(9), (false, ATTEMPTS));
    }
}

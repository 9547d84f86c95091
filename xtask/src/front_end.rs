//! The front end, built once for every step: npm packages in `dash-js/node_modules`, the result in
//! the target folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::node;
use crate::project::{dash_js, target};
use crate::steps::{Steps, execute};

/// How well the files are compressed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Build {
    /// In a moment, for tests.
    Quick,
    /// As a release has them.
    Release,
}

impl Build {
    /// Where the built front end is; Cargo commands get it as `DASH_JS_DIST`.
    pub(crate) fn dist(self) -> PathBuf {
        target().join(match self {
            Self::Quick => "front-end",
            Self::Release => "front-end-release",
        })
    }

    fn script(self) -> &'static str {
        match self {
            Self::Quick => "run build",
            Self::Release => "run dist",
        }
    }
}

/// Installs the npm packages and builds.
pub(crate) fn build(steps: &mut Steps, build: Build) -> Result {
    steps.run("npm packages", install)?;
    steps.run("front end", || {
        let fresh = target().join("front-end-fresh");
        execute(npm(build.script()).env("DASH_JS_OUT", &fresh))?;
        replace_if_different(&build.dist(), &fresh)
    })
}

/// An npm command in `dash-js`.
pub(crate) fn npm(args: &str) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(dash_js()).args(args.split_whitespace());
    command
}

/// `npm ci`, unless the very same lock file was installed before.
pub(crate) fn install() -> Result {
    node::check()?;
    let lock = fs::read(dash_js().join("package-lock.json"))?;
    let installed = dash_js().join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        println!("as in package-lock.json already");
        return Ok(());
    }
    execute(&mut npm("ci --ignore-scripts --no-audit --no-fund --fetch-retries=5"))?;
    Ok(fs::write(installed, lock)?)
}

/// Keeps the old files when nothing changed, so that Cargo sees no change either.
fn replace_if_different(old: &Path, fresh: &Path) -> Result {
    if old.exists() {
        if files(old)? == files(fresh)? {
            return Ok(fs::remove_dir_all(fresh)?);
        }
        fs::remove_dir_all(old)?;
    }
    Ok(fs::rename(fresh, old)?)
}

/// Every file below a folder, with what it holds.
fn files(folder: &Path) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in fs::read_dir(current)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder)?.to_owned(), fs::read(&path)?);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equal_build_leaves_the_old_files_alone() {
        let folder = target().join("front-end-test");
        let [old, fresh] = ["old", "fresh"].map(|name| folder.join(name));
        let write = |folder: &Path, text: &str| {
            fs::create_dir_all(folder.join("chunks")).unwrap();
            fs::write(folder.join("chunks/a.js"), text).unwrap();
        };
        let written = || fs::metadata(old.join("chunks/a.js")).unwrap().modified().unwrap();

        write(&old, "1");
        let before = written();
        write(&fresh, "1");
        replace_if_different(&old, &fresh).unwrap();
        assert_eq!(written(), before);

        write(&fresh, "2");
        replace_if_different(&old, &fresh).unwrap();
        assert_eq!(fs::read_to_string(old.join("chunks/a.js")).unwrap(), "2");
        assert!(!fresh.exists());
        fs::remove_dir_all(folder).unwrap();
    }
}

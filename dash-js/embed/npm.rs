//! Builds the front end in the build's own folder, and only if something changed.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::hash::{Hash, entries};
use crate::node;

/// Builds from `sources`, paths in `package`, and returns the folder with the result.
pub(crate) fn build(package: &Path, sources: &[&str], out: &Path) -> Result<PathBuf> {
    let (work, dist, stamp) = (out.join("npm"), out.join("dist"), out.join("dist.stamp"));
    let mode = mode();
    let wanted = hash(package, sources, mode).map_err(unusable)?;
    if is_stamped(&stamp, &wanted) {
        return Ok(dist);
    }
    node::check()?;
    renew(package, sources, &work).map_err(unusable)?;
    install(&work, out)?;
    let mut vite = Command::new("node");
    vite.args(["node_modules/vite/bin/vite.js", "build", "--mode", mode]);
    vite.current_dir(&work).env("DASH_JS_OUT", &dist);
    node::run(&mut vite, "Vite cannot build the front end")?;
    fs::write(stamp, wanted).map_err(unusable)?;
    Ok(dist)
}

/// A release gets the best compression, which costs seconds and makes the charts a tenth smaller.
fn mode() -> &'static str {
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        "dist"
    } else {
        "production"
    }
}

fn hash(package: &Path, sources: &[&str], mode: &str) -> io::Result<String> {
    let mut hash = Hash::new();
    hash.add(mode.as_bytes());
    sources.iter().try_for_each(|source| hash.add_path(&package.join(source)))?;
    Ok(hash.text())
}

fn is_stamped(stamp: &Path, wanted: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|stamped| stamped == wanted)
}

/// Copies the sources afresh; the installed packages stay.
fn renew(package: &Path, sources: &[&str], work: &Path) -> io::Result<()> {
    for source in sources {
        let copied = work.join(source);
        if copied.is_dir() {
            fs::remove_dir_all(&copied)?;
        }
        copy(&package.join(source), &copied)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        let copy_entry =
            |entry: PathBuf| copy(&entry, &to.join(entry.file_name().unwrap_or_default()));
        return entries(from)?.into_iter().try_for_each(copy_entry);
    }
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    fs::copy(from, to).map(drop)
}

/// Installs, unless the very same lock file was installed before.
fn install(work: &Path, out: &Path) -> Result<()> {
    let stamp = out.join("npm.stamp");
    let lock = fs::read_to_string(work.join("package-lock.json")).map_err(unusable)?;
    if is_stamped(&stamp, &lock) {
        return Ok(());
    }
    node::install(node::npm().current_dir(work))?;
    fs::write(stamp, lock).map_err(unusable)
}

fn unusable(error: impl std::fmt::Display) -> String {
    format!("the front end's sources cannot be copied: {error}")
}

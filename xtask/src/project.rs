//! Where things are: the folders of the workspace and the Cargo that runs this program.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::front_end::Build;

/// The folder of the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask sits in the workspace")
}

/// The npm package.
pub(crate) fn dash_js() -> PathBuf {
    root().join("dash-js")
}

/// Cargo's target folder: this program is `debug/xtask` (or, under test, `debug/deps/…`) in it.
pub(crate) fn target() -> PathBuf {
    let program = std::env::current_exe().expect("a running program has a path");
    let profile = program.ancestors().find(|folder| folder.ends_with("debug"));
    profile.and_then(Path::parent).expect("xtask is run by Cargo, in debug").to_owned()
}

/// A Cargo command in the workspace, by the Cargo that runs us. Each gets the same environment,
/// because a changed one would build the front end's crate anew.
pub(crate) fn cargo(args: &str) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(args.split_whitespace());
    command.env("DASH_JS_DIST", Build::Quick.dist());
    command
}

//! Where things are: the folders of the workspace and the Cargo that runs this program.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask sits in the workspace")
}

/// The npm package.
pub(crate) fn dash_js() -> PathBuf {
    root().join("dash-js")
}

/// A Cargo command in the workspace, by the Cargo that runs us.
pub(crate) fn cargo(args: &str) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).args(args.split_whitespace());
    command
}

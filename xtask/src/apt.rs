//! Debian's packages, for tools that are missing where we may install them.

use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::steps::{execute, output_of};

/// Installs the packages if this is Debian and we are root; nothing happens elsewhere.
pub(crate) fn install_if_allowed(packages: &[&str]) -> Result {
    if !may_install() {
        return Ok(());
    }
    execute(Command::new("apt-get").arg("update"))?;
    let mut install = Command::new("apt-get");
    install.args(["install", "--yes", "--no-install-recommends"]).args(packages);
    execute(install.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn may_install() -> bool {
    let is_root = output_of(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0");
    is_root && Path::new("/usr/bin/apt-get").exists()
}

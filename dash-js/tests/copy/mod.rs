//! A copy of this crate in a workspace of its own, for tests that build or pack it in some other way.

use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The copied crate and its workspace.
pub(crate) struct Copy {
    pub(crate) workspace: PathBuf,
    tools: PathBuf,
}

impl Copy {
    /// Copies the manifest and `embed`; `name` tells the tests' folders apart.
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let copy = Self { workspace: folder.join("workspace"), tools: folder.join("tools") };
        if folder.exists() {
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::create_dir_all(&copy.tools).unwrap();
        copy_all(&this_crate().join("embed"), &copy.package().join("embed"));
        fs::copy(this_crate().join("Cargo.toml"), copy.package().join("Cargo.toml")).unwrap();
        fs::write(copy.workspace.join("Cargo.toml"), workspace_manifest()).unwrap();
        copy
    }

    pub(crate) fn package(&self) -> PathBuf {
        self.workspace.join("dash-js")
    }

    /// Puts a shell script before the tool of that name.
    pub(crate) fn fake(&self, tool: &str, script: &str) {
        let path = self.tools.join(tool);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub(crate) fn cargo(&self, args: &[&str]) -> Output {
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([self.tools.clone()].into_iter().chain(env::split_paths(&path)));
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(args).arg("--offline").current_dir(&self.workspace).env("PATH", path.unwrap());
        cargo.env("CARGO_TARGET_DIR", self.workspace.join("target")).env_remove("DASH_JS_DIST");
        cargo.output().unwrap()
    }
}

pub(crate) fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let copied = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy_all(&path, &copied);
        } else {
            fs::copy(&path, &copied).unwrap();
        }
    }
}

pub(crate) fn this_crate() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What the crate inherits, taken from the real workspace.
fn workspace_manifest() -> String {
    let real = fs::read_to_string(this_crate().join("../Cargo.toml")).unwrap();
    let inherited = real.split("\n[").filter(|section| {
        section.starts_with("workspace.package]") || section.starts_with("workspace.lints")
    });
    let sections: Vec<String> = inherited.map(|section| format!("[{section}")).collect();
    format!("[workspace]\nmembers = [\"dash-js\"]\nresolver = \"3\"\n\n{}", sections.join("\n"))
}

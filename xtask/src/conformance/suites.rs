//! The pages of suites made by others: their modules, and the program that serves them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::codegen;
use crate::project::{cargo, root, target};
use crate::steps::{execute, output_of};

/// Writes the modules that the crate `conformance` is built with.
pub(super) fn generate() -> Result {
    let folder = root().join("conformance");
    std::fs::create_dir_all(folder.join("src/generated"))?;
    for overlay in codegen::overlays(&folder.join("overlay"))? {
        let text = |path: PathBuf| path.display().to_string();
        let schemas = [folder.join("schema"), root().join("dash-components/schema")];
        let schema = schemas.iter().map(|known| known.join(format!("{overlay}.json")));
        let schema = schema.into_iter().find(|file| file.exists());
        let schema = schema.ok_or_else(|| format!("there is no schema of `{overlay}`"))?;
        let out = folder.join(format!("src/generated/{overlay}.rs"));
        let overlay = folder.join(format!("overlay/{overlay}.toml"));
        codegen::run(&[
            "--schema",
            &text(schema),
            "--overlay",
            &text(overlay),
            "--out",
            &text(out),
        ])?;
    }
    Ok(())
}

/// Builds the program; it is not of the workspace, so that nobody else waits for it.
pub(super) fn build() -> Result<PathBuf> {
    let mut build = cargo("build --manifest-path conformance/Cargo.toml --target-dir");
    execute(build.arg(target()))?;
    Ok(target().join(format!("debug/conformance{}", std::env::consts::EXE_SUFFIX)))
}

/// Where pip put the packages, bundles among them.
pub(super) fn packages(python: &Path) -> Result<String> {
    const ASK: &str = "import sysconfig; print(sysconfig.get_paths()['purelib'])";
    Ok(output_of(Command::new(python).args(["-c", ASK]))?.trim().to_owned())
}

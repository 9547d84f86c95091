//! Where the built front end is: named by the environment, shipped with the package, or built now.

use std::env;
use std::path::{Path, PathBuf};

use crate::{Result, npm};

/// The file that every build of the front end has; see `vite/files.ts`.
pub(crate) const INDEX: &str = ".vite/dash.txt";

const SOURCES: &[&str] =
    &["package.json", "package-lock.json", ".npmrc", "vite.config.ts", "vite", "src"];

pub(crate) fn locate(out: &Path) -> Result<PathBuf> {
    println!("cargo::rerun-if-env-changed=DASH_JS_DIST");
    let package = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("Cargo sets it"));
    watch(&package.join("embed"));
    if let Some(named) = env::var_os("DASH_JS_DIST") {
        return named_dist(PathBuf::from(named));
    }
    // A checkout may hold an old `dist` beside its sources; a package has no sources.
    if package.join("src").exists() {
        for source in SOURCES {
            watch(&package.join(source));
        }
        return npm::build(&package, SOURCES, out);
    }
    watch(&package.join("dist"));
    Ok(package.join("dist"))
}

fn named_dist(dist: PathBuf) -> Result<PathBuf> {
    watch(&dist);
    if dist.join(INDEX).exists() {
        return Ok(dist);
    }
    let dist = dist.display();
    Err(format!(
        "`DASH_JS_DIST` names `{dist}`, which holds no built front end; `npm run build` in `dash-js` makes one in `dash-js/dist`"
    ))
}

/// Cargo runs a build script again and again if it is to watch a path that is not there.
fn watch(path: &Path) {
    if path.exists() {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

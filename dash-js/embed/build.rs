//! Finds or builds the front end, and writes the table of its files.

mod dist;
mod hash;
mod node;
mod npm;
mod table;

use std::env;
use std::path::PathBuf;

/// What went wrong and what to do about it, in one line.
type Result<T> = std::result::Result<T, String>;

fn main() {
    if let Err(message) = run() {
        // Cargo shows this line as the error, and fails the build.
        println!("cargo::error={message}");
    }
}

fn run() -> Result<()> {
    let out = PathBuf::from(env::var("OUT_DIR").expect("Cargo sets it"));
    let dist = dist::locate(&out)?;
    // For the tests, which pack it.
    println!("cargo::rustc-env=DASH_JS_BUILT={}", dist.display());
    table::write(&dist, &out)
}

//! `cargo xtask ci`: every check that is not a test. Installs no tools.

use crate::Result;
use crate::cases;
use crate::codegen;
use crate::front_end::{self, Build, npm};
use crate::project::cargo;
use crate::steps::Steps;
use crate::tidy;

/// Runs the checks, the quick ones first.
pub(crate) fn run() -> Result {
    let mut steps = Steps::default();
    steps.command("format", &mut cargo("fmt --all --check"))?;
    steps.run("house rules", tidy::run)?;
    steps.run("generated files", || codegen::run(&["--check"]))?;
    steps.run("messages of compile errors", || cases::run(&["--check"]))?;
    front_end::build(&mut steps, Build::Quick)?;
    steps.command("TypeScript types", &mut npm("run typecheck"))?;
    steps.command("lints", &mut cargo("clippy --workspace --all-targets -- -D warnings"))?;
    for features in ["", " --features server"] {
        let some = format!("clippy -p dash -p dash-runtime --no-default-features{features}");
        steps.command("lints of few features", &mut cargo(&format!("{some} -- -D warnings")))?;
    }
    // With what links may lead to; `cargo doc` has no features of dev-dependencies.
    let features = "--features plotly,sqlite,testing";
    let mut doc = cargo(&format!("doc --workspace --no-deps --document-private-items {features}"));
    steps.command("docs", doc.env("RUSTDOCFLAGS", "-D warnings"))
}

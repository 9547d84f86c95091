//! `cargo xtask test`: every test, what a missing tool would stop first.

use crate::Result;
use crate::chromium;
use crate::front_end::{self, Build, npm};
use crate::project::{cargo, target};
use crate::steps::Steps;

/// Runs the tests; the first failure ends them.
pub(crate) fn run() -> Result {
    let mut steps = Steps::default();
    let chrome = steps.run("Chromium", chromium::find_or_install)?;
    front_end::build(&mut steps, Build::Quick)?;
    steps.command("Rust tests", &mut cargo("test --workspace --exclude ui-tests"))?;
    let durable = "test --package dash --features sqlite --test durable";
    steps.command("jobs that outlive their server", &mut cargo(durable))?;
    let jobs = "test --package dash-runtime --features sqlite jobs";
    steps.command("jobs in a database", &mut cargo(jobs))?;
    steps.command("compile-fail tests", &mut cargo("test --package ui-tests"))?;
    steps.command("TypeScript tests", &mut npm("test"))?;
    steps.command("examples", &mut cargo("build --workspace --examples"))?;
    let mut browser = npm("run e2e");
    browser.env("CHROME", chrome).env("DASH_EXAMPLES", target().join("debug/examples"));
    steps.command("browser tests", &mut browser)
}

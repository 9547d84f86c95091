//! `cargo xtask conformance`: our renderer in the place of Dash's own, under real apps in Python;
//! component bundles made for Dash in pages of ours; and Dash's renderer with our server.

pub(crate) mod python;
mod suites;

use crate::Result;
use crate::chromium;
use crate::front_end::{self, Build, npm};
use crate::project::{cargo, target};
use crate::steps::Steps;

/// Runs each scenario of `dash-js/conformance`, `suites` and `driven` with both renderers.
pub(crate) fn run() -> Result {
    let mut steps = Steps::default();
    let chrome = steps.run("Chromium", chromium::find_or_install)?;
    let python = steps.run("Python packages", python::environment)?;
    front_end::build(&mut steps, Build::Quick)?;
    steps.command("drop-in build", &mut npm("run build:dropin"))?;
    let mut scenarios = npm("run conformance");
    scenarios.env("CHROME", &chrome).env("DASH_PYTHON", &python);
    steps.command("scenarios", &mut scenarios)?;
    steps.run("modules of suites", suites::generate)?;
    let pages = steps.run("pages of suites", suites::build)?;
    let packages = suites::packages(&python)?;
    let mut suites = npm("run suites");
    suites.env("CHROME", &chrome).env("DASH_SUITES", pages);
    suites.env("DASH_PACKAGES", &packages).env("DASH_PYTHON", python);
    steps.command("suites", &mut suites)?;
    steps.command("examples", &mut cargo("build --examples"))?;
    let mut driven = npm("run driven");
    driven.env("CHROME", chrome).env("DASH_PACKAGES", packages);
    driven.env("DASH_EXAMPLES", target().join("debug/examples"));
    steps.command("our server, driven by Dash's renderer", &mut driven)
}

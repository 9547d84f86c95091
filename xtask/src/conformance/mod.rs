//! `cargo xtask conformance`: our renderer in the place of Dash's own, under real apps in Python.

mod python;

use crate::Result;
use crate::chromium;
use crate::front_end::{self, npm};
use crate::project::target;
use crate::steps::Steps;

/// Runs each scenario of `dash-js/conformance` with both renderers.
pub(crate) fn run() -> Result {
    let mut steps = Steps::default();
    let chrome = steps.run("Chromium", chromium::find_or_install)?;
    let python = steps.run("Python packages", python::environment)?;
    steps.run("npm packages", front_end::install)?;
    let drop_in = target().join("drop-in");
    steps.command("drop-in build", npm("run build:dropin").env("DASH_JS_OUT", &drop_in))?;
    let mut scenarios = npm("run conformance");
    scenarios.env("CHROME", chrome).env("DASH_PYTHON", python);
    scenarios.env("DASH_DROPIN", drop_in.join("dash_renderer.min.js"));
    steps.command("scenarios", &mut scenarios)
}

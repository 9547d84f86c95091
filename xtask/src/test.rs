//! `cargo xtask test`: every test.

use crate::Result;
use crate::project::cargo;
use crate::steps::Steps;

/// Runs the tests; the first failure ends them.
pub(crate) fn run() -> Result {
    let mut steps = Steps::default();
    steps.command("Rust tests", &mut cargo("test --workspace"))
}

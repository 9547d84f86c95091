//! `cargo xtask bench`: the budgets of ARCHITECTURE.md, measured. Ratios within one run decide;
//! absolute times belong to the machine.

mod browser;
mod budget;
mod build;
mod client;
mod compile;
mod http;
mod load;
mod server;
mod sizes;
mod socket;
mod streams;
mod subject;
mod testing;

use std::path::{Path, PathBuf};

use crate::Result;
use crate::front_end::{self, Build};
use crate::project::{cargo, target};
use crate::steps::Steps;
use budget::Budgets;

/// An example and how it is measured.
#[derive(Debug)]
struct Case {
    name: &'static str,
    /// The callback that is sent.
    request: &'static str,
    /// The length of one run; long enough for the last of 256 connections to be answered.
    seconds: u32,
    /// How many times the CPU of its bare handler it may use.
    cpu: f64,
}

const CASES: &[Case] = &[
    Case { name: "counter", request: include_str!("requests/counter.json"), seconds: 2, cpu: 1.25 },
    Case { name: "sales", request: include_str!("requests/sales.json"), seconds: 2, cpu: 1.1 },
    Case { name: "points", request: include_str!("requests/points.json"), seconds: 5, cpu: 1.1 },
];

impl Case {
    /// The example, as a release has it.
    fn ours(&self) -> PathBuf {
        target().join("release/examples").join(self.name)
    }

    /// The same callback as a hand-written axum handler.
    fn bare(&self) -> PathBuf {
        target().join("release").join(self.name)
    }
}

/// Measures what is asked for; without a word, the answers of the server and the sizes.
pub(crate) fn run(what: &[&str]) -> Result {
    if !Path::new("/proc/self/stat").exists() {
        return Err("`bench` reads what processes use from /proc, which Linux has".into());
    }
    let mut budgets = Budgets::default();
    match what {
        [] => {
            prepare()?;
            sizes::run(&mut budgets)?;
            http::run(&mut budgets)?;
        }
        ["http"] => {
            prepare()?;
            http::run(&mut budgets)?;
        }
        ["sizes"] => {
            prepare()?;
            sizes::run(&mut budgets)?;
        }
        ["testing"] => testing::run(&mut budgets)?,
        ["streams"] => streams::run(&mut budgets)?,
        ["browser", args @ ..] => {
            prepare()?;
            browser::run(args, &mut budgets)?;
        }
        ["soak"] => {
            prepare()?;
            browser::soak::run(&mut budgets)?;
        }
        ["build"] => build::run(&mut budgets)?,
        ["compile", sizes @ ..] => compile::run(sizes, &mut budgets)?,
        _ => {
            return Err(format!(
                "no measurement `{}`: `http`, `sizes`, `browser`, `soak`, `testing`, `streams`, `build` or `compile`",
                what.join(" ")
            )
            .into());
        }
    }
    budgets.verdict()
}

/// Builds the examples and the bare handlers, with what a release has.
fn prepare() -> Result {
    let mut steps = Steps::default();
    front_end::build(&mut steps, Build::Release)?;
    let mut ours = cargo("build --release --package dash");
    ours.env("DASH_JS_DIST", Build::Release.dist());
    ours.args(["--example", "pages"]);
    ours.args(CASES.iter().flat_map(|case| ["--example", case.name]));
    steps.command("examples", &mut ours)?;
    steps.command("bare handlers", &mut cargo("build --release --package bare"))
}

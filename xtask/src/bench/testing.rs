//! How fast tests of apps without a browser are: interactions in a second of CPU.

use super::budget::Budgets;
use crate::Result;
use crate::front_end::{self, Build};
use crate::project::cargo;
use crate::steps::{Steps, output_of};

/// Interactions in a second of CPU, whatever the app.
const LEAST: f64 = 5_000.0;

/// Runs `benches/testing.rs`, which prints a line for each app.
pub(super) fn run(budgets: &mut Budgets) -> Result {
    front_end::build(&mut Steps::default(), Build::Quick)?;
    let printed = output_of(&mut cargo("bench --quiet --package dash --bench testing"))?;
    println!("\n=== Tests without a browser, interactions in a second of CPU");
    for line in printed.lines() {
        let (name, rate) = line.rsplit_once(' ').ok_or("a line without a figure")?;
        let rate: f64 = rate.parse()?;
        println!("{name:<24} {rate:>8.0} {}", budgets.at_least(name, rate, LEAST));
    }
    Ok(())
}

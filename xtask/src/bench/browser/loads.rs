//! What the driver measured: one line of JSON for each load.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde::Deserialize;

use crate::Result;

/// One load of a page, and the inputs into it; times in milliseconds.
#[derive(Debug, Deserialize)]
pub(super) struct Load {
    app: String,
    pub(super) side: String,
    pub(super) round: u32,
    pub(super) bytes: f64,
    pub(super) ready: f64,
    pub(super) inputs: Vec<f64>,
    /// Nothing where the page was given up.
    pub(super) heap: Option<f64>,
    /// What was waited for in vain, so long that this counts.
    pub(super) late: Option<String>,
}

/// Runs the driver, and hands over the loads of a page when it is done with that.
pub(super) fn of(driver: &mut Command, mut done: impl FnMut(&str, &[Load]) -> Result) -> Result {
    let mut child = driver.stdout(Stdio::piped()).spawn()?;
    let lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
    let mut loads: Vec<Load> = Vec::new();
    let mut hand_over = |loads: &mut Vec<Load>| match loads.first() {
        Some(first) => done(&first.app, loads).map(|()| loads.clear()),
        None => Ok(()),
    };
    for line in lines {
        let load: Load = serde_json::from_str(&line?)?;
        if loads.first().is_some_and(|first| first.app != load.app) {
            hand_over(&mut loads)?;
        }
        loads.push(load);
    }
    let status = child.wait()?;
    if !status.success() {
        return Err(format!("the driver failed ({status})").into());
    }
    hand_over(&mut loads)
}

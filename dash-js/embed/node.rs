//! Node and npm: the oldest version that works, and one clear message for each way they fail.

use std::process::{Command, Output};

use crate::Result;

/// What Vite asks for.
const OLDEST: (u32, u32) = (20, 19);

pub(crate) fn check() -> Result<()> {
    let output = Command::new("node").arg("--version").output();
    let output = output.map_err(|_| needed("`node` was not found"))?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match parse_version(&version) {
        Some(found) if found >= OLDEST => Ok(()),
        _ => Err(needed(&format!("`node --version` says {version}"))),
    }
}

/// `npm ci` for what the build needs; an `Err` says what to do.
pub(crate) fn install(npm: &mut Command) -> Result<()> {
    npm.args(["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
    let output = npm.output().map_err(|_| needed("`npm` was not found"))?;
    if !output.status.success() && is_network_trouble(&output) {
        return Err(format!(
            "npm cannot reach its registry to install what the front end is built with; go online once, {OR_ELSE}"
        ));
    }
    succeed(&output, "npm cannot install what the front end is built with")
}

/// Runs a command; if it fails, its output stands above the message.
pub(crate) fn run(command: &mut Command, failure: &str) -> Result<()> {
    let output = command.output().map_err(|error| format!("{failure}: {error}"))?;
    succeed(&output, failure)
}

pub(crate) fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

const OR_ELSE: &str = "or set `DASH_JS_DIST` to a built front end, or depend on the published crate, which needs neither Node nor npm";

fn needed(found: &str) -> String {
    let (major, minor) = OLDEST;
    format!(
        "a checkout builds its front end with npm and Node {major}.{minor} or newer, but {found}; install them, {OR_ELSE}"
    )
}

fn parse_version(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn is_network_trouble(output: &Output) -> bool {
    const CODES: &[&str] = &[
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ECONNRESET",
        "ETIMEDOUT",
        "ENETUNREACH",
        "ENOTCACHED",
    ];
    let text = String::from_utf8_lossy(&output.stderr);
    CODES.iter().any(|code| text.contains(code))
}

fn succeed(output: &Output, failure: &str) -> Result<()> {
    if output.status.success() {
        return Ok(());
    }
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    for line in String::from_utf8_lossy(&text).lines().filter(|line| !line.trim().is_empty()) {
        println!("cargo::error={line}");
    }
    Err(format!("{failure}; its output is above"))
}

//! Node: the oldest version that works.

use std::process::Command;

use crate::Result;
use crate::steps::output_of;

/// What Vite asks for.
const OLDEST: (u32, u32) = (20, 19);

/// Fails with one clear message where Node is missing or too old.
pub(crate) fn check() -> Result {
    let found = output_of(Command::new("node").arg("--version"))
        .map_err(|_| needed("`node` was not found"))?;
    let found = found.trim();
    match parse(found) {
        Some(version) if version >= OLDEST => Ok(()),
        _ => Err(needed(&format!("`node --version` says {found}")).into()),
    }
}

fn needed(found: &str) -> String {
    let (major, minor) = OLDEST;
    format!(
        "Node {major}.{minor} or newer is needed, {found}; install it with npm from https://nodejs.org"
    )
}

fn parse(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, parse};

    #[test]
    fn versions_are_read_and_compared() {
        let check = |text, expected| assert_eq!(parse(text), expected, "{text}");
        check("v20.19.0", Some((20, 19)));
        check("v22.1.0-nightly", Some((22, 1)));
        check("20.19.0", None);
        check("v20", None);
        assert!(parse("v18.20.4").unwrap() < OLDEST);
        assert!(parse("v20.18.3").unwrap() < OLDEST);
        assert!(parse("v24.0.0").unwrap() > OLDEST);
    }
}

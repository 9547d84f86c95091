//! What a checkout says when the front end cannot be built: one message that names the remedy.
#![cfg(unix)]

mod copy;

use std::fs;

use copy::{Copy, copy_all, this_crate};

const GOOD_NODE: &str = "[ \"$1\" = --version ] && echo v20.19.0 && exit\n";

/// Builds with these tools and checks that the build fails with a message that holds `expected`.
fn check(name: &str, node: &str, npm: &str, expected: &[&str]) {
    let copy = Copy::new(name);
    for file in ["package.json", "package-lock.json", ".npmrc", "vite.config.ts"] {
        fs::copy(this_crate().join(file), copy.package().join(file)).unwrap();
    }
    copy_all(&this_crate().join("vite"), &copy.package().join("vite"));
    fs::create_dir(copy.package().join("src")).unwrap();
    copy.fake("node", node);
    copy.fake("npm", npm);

    let built = copy.cargo(&["build"]);
    let text = String::from_utf8_lossy(&built.stderr);
    assert!(!built.status.success(), "{text}");
    for part in expected {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
    assert!(!text.contains("panicked"), "{text}");
}

#[test]
fn node_is_too_old() {
    let says = ["Node 20.19 or newer", "`node --version` says v18.20.4", "`DASH_JS_DIST`"];
    check("old-node", "echo v18.20.4", "exit 0", &says);
}

#[test]
fn npm_is_offline() {
    let npm = "echo 'npm error code ENOTFOUND' >&2; exit 1";
    let says = ["npm cannot reach its registry", "go online once", "`DASH_JS_DIST`"];
    check("offline-npm", GOOD_NODE, npm, &says);
}

#[test]
fn npm_fails_for_another_reason() {
    let npm = "echo 'npm error code EUSAGE' >&2; exit 1";
    check("failing-npm", GOOD_NODE, npm, &["npm error code EUSAGE", "npm cannot install"]);
}

#[test]
fn vite_fails() {
    let node = format!("{GOOD_NODE}echo 'cannot resolve ./gone' >&2; exit 1");
    let says = ["cannot resolve ./gone", "Vite cannot build the front end"];
    check("failing-vite", &node, "exit 0", &says);
}

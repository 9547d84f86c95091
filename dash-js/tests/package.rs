//! The crate as it is published: it holds the built front end and builds without Node.
#![cfg(unix)]

mod copy;

use std::path::Path;

use copy::{Copy, copy_all};

#[test]
fn a_package_builds_without_node() {
    let copy = Copy::new("package");
    copy_all(Path::new(env!("DASH_JS_BUILT")), &copy.package().join("dist"));
    for tool in ["node", "npm"] {
        copy.fake(tool, "echo 'a package needs no Node' >&2; exit 1");
    }

    // Packs, unpacks somewhere else and builds there.
    let packed = copy.cargo(&["package", "--package", "dash-js", "--allow-dirty"]);
    assert!(packed.status.success(), "{}", String::from_utf8_lossy(&packed.stderr));

    let name = concat!("dash-js-", env!("CARGO_PKG_VERSION"));
    let unpacked = copy.workspace.join("target/package").join(name);
    assert!(unpacked.join("dist").join(dash_js::ENTRY).exists());
    assert!(!unpacked.join("src").exists());
    assert!(!unpacked.join("package.json").exists());
}

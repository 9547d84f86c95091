//! Chromium for the browser tests: `$CHROME`, the usual places, or Debian's package.

use std::path::PathBuf;

use crate::Result;
use crate::apt;

const NAMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const PLACES: &[&str] = &[
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const MISSING: &str = "the browser tests need Chromium: install it (on Debian: `apt-get install \
                       chromium`) or set `CHROME` to the path of a Chromium or Chrome";

/// The browser's path; installs Debian's package where that is allowed.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROME") {
        let path = PathBuf::from(path);
        let missing = || format!("`CHROME` is set to {}, where no file is", path.display());
        return path.is_file().then(|| path.clone()).ok_or_else(|| missing().into());
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    apt::install_if_allowed(&["chromium"])?;
    find().ok_or_else(|| MISSING.into())
}

fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let on_path = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    on_path.chain(PLACES.iter().map(PathBuf::from)).find(|path| path.is_file())
}

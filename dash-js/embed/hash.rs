//! One number for many files: tells whether anything was edited, whatever the clock says.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// FNV-1a.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(crate) fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// Adds a file, or every file of a folder, with its name.
    pub(crate) fn add_path(&mut self, path: &Path) -> io::Result<()> {
        self.add(path.as_os_str().as_encoded_bytes());
        if path.is_file() {
            self.add(&fs::read(path)?);
            return Ok(());
        }
        entries(path)?.iter().try_for_each(|entry| self.add_path(entry))
    }

    pub(crate) fn text(self) -> String {
        format!("{:016x}", self.0)
    }
}

/// What is in a folder, sorted.
pub(crate) fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

//! The browser side of Dash for Rust: every file a page may load, compressed, and which files each
//! component needs. No logic beyond looking things up.
//!
//! ```
//! let entry = dash_js::asset(dash_js::ENTRY).expect("every page starts with it");
//! assert_eq!(entry.mime, "text/javascript; charset=utf-8");
//!
//! let graph = dash_js::chunk("dash_core_components", "Graph").expect("it has a chunk of its own");
//! assert!(graph.scripts.iter().all(|script| dash_js::asset(script).is_some()));
//! ```
#![no_std]

use core::fmt;

include!(concat!(env!("OUT_DIR"), "/table.rs"));

/// A file of the front end. Its name holds a hash of what is in it, so it never changes.
#[derive(Clone, Copy)]
pub struct Asset {
    /// The name it is asked for, below `_dash-component-suites/dash_js/`: `"index-Ab12.js"`.
    pub name: &'static str,
    /// Its `Content-Type`.
    pub mime: &'static str,
    /// What is in it. Empty for files over 200 KB that exist in both encodings: for a client that
    /// takes neither, decompress `gz`.
    pub raw: &'static [u8],
    /// Encoded with Brotli; empty where that is not smaller.
    pub br: &'static [u8],
    /// Encoded with gzip; empty where that is not smaller.
    pub gz: &'static [u8],
}

/// The files that a component needs beside the entry's own.
#[derive(Debug, Clone, Copy)]
pub struct Chunk {
    /// Namespace and type: `"dash_core_components/Dropdown"`.
    pub component: &'static str,
    /// The component's script and all that it imports.
    pub scripts: &'static [&'static str],
    /// Its stylesheets.
    pub styles: &'static [&'static str],
}

/// The file of this name.
#[must_use]
pub fn asset(name: &str) -> Option<&'static Asset> {
    let found = ASSETS.binary_search_by(|asset| asset.name.cmp(name));
    found.ok().map(|at| &ASSETS[at])
}

/// The files of a component, by its namespace and type as they stand on the wire; `None` for
/// components that are part of the entry, and for those of other makers.
#[must_use]
pub fn chunk(namespace: &str, component_type: &str) -> Option<&'static Chunk> {
    let wanted = || namespace.bytes().chain([b'/']).chain(component_type.bytes());
    let found = CHUNKS.binary_search_by(|chunk| chunk.component.bytes().cmp(wanted()));
    found.ok().map(|at| &CHUNKS[at])
}

/// Shows sizes: what is in a file is seldom worth reading.
impl fmt::Debug for Asset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asset")
            .field("name", &self.name)
            .field("mime", &self.mime)
            .field("raw", &self.raw.len())
            .field("br", &self.br.len())
            .field("gz", &self.gz.len())
            .finish()
    }
}

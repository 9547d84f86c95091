//! HTML with gaps, each of which the nonce of a page load fills.
use std::fmt::{Arguments, Write};

/// HTML in pieces; between two of them stands the nonce of the load.
#[derive(Debug)]
pub(super) struct Html {
    pub(super) pieces: Vec<String>,
}

impl Html {
    /// Empty, with room for `bytes`.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { pieces: vec![String::with_capacity(bytes)] }
    }

    /// Adds text.
    pub(super) fn push(&mut self, text: &str) {
        self.last().push_str(text);
    }

    /// Adds a line.
    pub(super) fn line(&mut self, text: Arguments<'_>) {
        // Writing into memory does not fail.
        let _ = writeln!(self.last(), "{text}");
    }

    /// Adds the attribute by which an element proves that the page names it.
    pub(super) fn nonce(&mut self) {
        self.push(" nonce=\"");
        self.bare_nonce();
        self.push("\"");
    }

    /// Adds the nonce itself.
    pub(super) fn bare_nonce(&mut self) {
        self.pieces.push(String::new());
    }

    /// The whole text, for the load with this nonce.
    pub(super) fn fill(&self, nonce: &str) -> String {
        self.pieces.join(nonce)
    }

    fn last(&mut self) -> &mut String {
        if self.pieces.is_empty() {
            self.pieces.push(String::new());
        }
        let end = self.pieces.len() - 1;
        &mut self.pieces[end]
    }
}

//! HTML with gaps, which each page load fills with words of its own.
use std::fmt::{Arguments, Write};

/// HTML in pieces; between two of them stands a word of the load.
#[derive(Debug)]
pub(super) struct Html {
    pub(super) pieces: Vec<String>,
    /// One fewer than pieces.
    pub(super) gaps: Vec<Gap>,
}

/// What stands between two pieces.
#[derive(Debug, Clone, Copy)]
pub(super) enum Gap {
    Nonce,
    EndId,
}

/// The words of one load of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Load<'a> {
    pub(super) nonce: &'a str,
    /// What the page says with each call; empty where no callback runs in the background.
    pub(super) end_id: &'a str,
}

impl Load<'_> {
    /// The word for the gap.
    pub(super) fn word(&self, gap: Gap) -> &str {
        match gap {
            Gap::Nonce => self.nonce,
            Gap::EndId => self.end_id,
        }
    }
}

impl Html {
    /// Empty, with room for `bytes`.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { pieces: vec![String::with_capacity(bytes)], gaps: Vec::new() }
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
        self.gap(Gap::Nonce);
    }

    /// Adds what only the load knows.
    pub(super) fn gap(&mut self, gap: Gap) {
        self.gaps.push(gap);
        self.pieces.push(String::new());
    }

    /// The whole text, for this load.
    pub(super) fn fill(&self, load: &Load<'_>) -> String {
        let words = self.gaps.iter().map(|gap| load.word(*gap)).chain([""]);
        self.pieces
            .iter()
            .map(String::as_str)
            .zip(words)
            .flat_map(|(piece, word)| [piece, word])
            .collect()
    }

    fn last(&mut self) -> &mut String {
        if self.pieces.is_empty() {
            self.pieces.push(String::new());
        }
        let end = self.pieces.len() - 1;
        &mut self.pieces[end]
    }
}

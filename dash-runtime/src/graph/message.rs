//! A text that a constant can put together.
use dash_components::Dependency;

const CAPACITY: usize = 2048;

/// A text that a constant can put together.
#[derive(Debug, Clone, Copy)]
pub struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
    full: bool,
}

impl Message {
    /// The text.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "the callbacks do not fit together",
        }
    }

    pub(super) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0, full: false }
    }

    /// Adds `text`; ends where the next piece does not fit.
    pub(super) const fn add(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if self.full || bytes.len() > CAPACITY - self.length {
            self.full = true;
            return self;
        }
        let free = self.bytes.split_at_mut(self.length).1;
        free.split_at_mut(bytes.len()).0.copy_from_slice(bytes);
        self.length += bytes.len();
        self
    }

    /// Adds a prop as messages name it.
    pub(super) const fn prop(self, prop: &Dependency) -> Self {
        self.add(prop.written()).add(".").add(prop.field)
    }
}

/// Whether the two texts are the same.
pub(super) const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

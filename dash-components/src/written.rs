//! JSON text that serde has written, in pieces; nothing else makes one.
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

/// JSON that is already written, in pieces that follow each other, so that a large one is never copied.
#[derive(Debug, Clone)]
pub struct Written(Vec<Vec<u8>>);

impl Written {
    /// Pieces that are one JSON value together.
    pub(crate) fn new(pieces: Vec<Vec<u8>>) -> Self {
        Self(pieces)
    }

    /// The pieces in order; some may be empty.
    #[doc(hidden)]
    pub fn into_pieces(self) -> Vec<Vec<u8>> {
        self.0
    }

    /// The whole text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.concat()).into_owned()
    }
}

impl Serialize for Written {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.text()).map_err(S::Error::custom)?.serialize(serializer)
    }
}

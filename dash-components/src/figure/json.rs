//! JSON in pieces: long arrays of bytes stand in base64, each in a piece of its own that is never copied.
use std::cell::RefCell;
use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::{Result, Serializer};

use crate::Written;

/// From this size on, text is a piece of its own.
const PIECE: usize = 64 * 1024;

/// The value as JSON; whatever it gives to `serialize_bytes` becomes text in base64.
pub(super) fn write(value: &impl Serialize) -> Result<Written> {
    let json = Json(RefCell::new(vec![Vec::new()]));
    value.serialize(&mut Serializer::with_formatter(&json, Base64(&json)))?;
    Ok(Written::new(json.0.into_inner()))
}

/// The pieces so far; shared, because only the formatter sees whole arrays.
struct Json(RefCell<Vec<Vec<u8>>>);

impl Json {
    fn add(&self, text: Vec<u8>) {
        let mut pieces = self.0.borrow_mut();
        match pieces.last_mut() {
            Some(last) if text.len() < PIECE => last.extend(text),
            _ => pieces.extend([text, Vec::new()]),
        }
    }
}

impl Write for &Json {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        if let Some(last) = self.0.borrow_mut().last_mut() {
            last.extend_from_slice(part);
        }
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Base64<'a>(&'a Json);

impl serde_json::ser::Formatter for Base64<'_> {
    fn write_byte_array<W: Write + ?Sized>(&mut self, _: &mut W, bytes: &[u8]) -> io::Result<()> {
        let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4 + 2);
        text.push('"');
        STANDARD.encode_string(bytes, &mut text);
        text.push('"');
        self.0.add(text.into_bytes());
        Ok(())
    }
}

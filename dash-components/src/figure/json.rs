//! JSON in which bytes stand in base64, straight into the text.
use std::cell::RefCell;
use std::io::{self, Write};
use std::str;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Result, Serializer};

/// The value as JSON; whatever it gives to `serialize_bytes` becomes text in base64.
pub(super) fn write(value: &impl Serialize) -> Result<Box<RawValue>> {
    let json = Json::default();
    value.serialize(&mut Serializer::with_formatter(&json, Base64(&json)))?;
    RawValue::from_string(json.0.into_inner())
}

/// The text so far; shared, because only the formatter knows how much is about to come.
#[derive(Default)]
struct Json(RefCell<String>);

impl Write for &Json {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push_str(str::from_utf8(part).map_err(io::Error::other)?);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Base64<'a>(&'a Json);

impl serde_json::ser::Formatter for Base64<'_> {
    fn write_byte_array<W: Write + ?Sized>(&mut self, _: &mut W, bytes: &[u8]) -> io::Result<()> {
        let mut json = self.0.0.borrow_mut();
        json.reserve(bytes.len().div_ceil(3) * 4 + 2);
        json.push('"');
        STANDARD.encode_string(bytes, &mut json);
        json.push('"');
        Ok(())
    }
}

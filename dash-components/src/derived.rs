//! What `#[derive(OptionValue)]` calls; the names of the values are its own.
use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, Error};

use crate::PropValue;

/// The value on its way to the page.
pub const fn encode_name(name: &'static str) -> PropValue {
    PropValue::Text(Cow::Borrowed(name))
}

/// The value whose name came from the page.
///
/// # Errors
///
/// - It is not text, or none of `names`.
pub fn decode_name<'de, T, D: Deserializer<'de>>(
    value: D,
    names: &'static [&'static str],
    find: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let name = Cow::<'de, str>::deserialize(value)?;
    find(&name).ok_or_else(|| D::Error::unknown_variant(&name, names))
}

//! The fields of an id: the types they can have, and their values in the page.
use std::fmt;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

/// The value of one field of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyValue<T> {
    /// A whole number.
    Number(i64),
    /// True or false.
    Bool(bool),
    /// Text.
    Text(T),
}

impl<T: AsRef<str>> KeyValue<T> {
    /// The same value with its text borrowed.
    pub fn borrowed(&self) -> KeyValue<&str> {
        match self {
            Self::Number(value) => KeyValue::Number(*value),
            Self::Bool(value) => KeyValue::Bool(*value),
            Self::Text(text) => KeyValue::Text(text.as_ref()),
        }
    }
}

/// A type that a field of an id can have.
#[diagnostic::on_unimplemented(
    message = "a field of an id cannot be a `{Self}`",
    label = "not a type that an id can hold",
    note = "the fields of an id are whole numbers of up to 32 bits, `bool` or `String`"
)]
pub trait IdKey: Sized {
    /// The value in the page.
    fn into_key(self) -> KeyValue<String>;

    /// Reads the value; `None` where it is of another type, or out of range.
    fn from_key(key: &KeyValue<String>) -> Option<Self>;
}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl IdKey for $ty {
            fn into_key(self) -> KeyValue<String> {
                KeyValue::Number(self.into())
            }

            fn from_key(key: &KeyValue<String>) -> Option<Self> {
                match key {
                    KeyValue::Number(value) => (*value).try_into().ok(),
                    _ => None,
                }
            }
        }
    )*};
}

numbers!(i8, i16, i32, u8, u16, u32);

#[diagnostic::do_not_recommend]
impl IdKey for bool {
    fn into_key(self) -> KeyValue<String> {
        KeyValue::Bool(self)
    }

    fn from_key(key: &KeyValue<String>) -> Option<Self> {
        match key {
            KeyValue::Bool(value) => Some(*value),
            _ => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl IdKey for String {
    fn into_key(self) -> KeyValue<String> {
        KeyValue::Text(self)
    }

    fn from_key(key: &KeyValue<String>) -> Option<Self> {
        match key {
            KeyValue::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl Serialize for KeyValue<String> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(value) => serializer.serialize_i64(*value),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for KeyValue<String> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Value)
    }
}

struct Value;

impl Visitor<'_> for Value {
    type Value = KeyValue<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, a bool or text")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(KeyValue::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(KeyValue::Number(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Self::Value, E> {
        i64::try_from(value).map(KeyValue::Number).map_err(E::custom)
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(KeyValue::Text(text.to_owned()))
    }
}

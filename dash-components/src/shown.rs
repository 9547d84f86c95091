//! What a test reads of a prop: its value as a type of Rust.
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::Value;

use crate::{AnyValue, PropType, Stored};

/// The type of a prop, and what a test reads of it.
pub trait Shown {
    /// The prop's own type; of data of yours an `Option` of it, of any JSON a JSON value.
    type Value;

    /// Reads the value; an absent one comes as null.
    ///
    /// # Errors
    ///
    /// - The value has another type or lies outside the type's range.
    fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Self::Value, D::Error>;
}

#[diagnostic::do_not_recommend]
impl<P: PropType> Shown for P {
    type Value = P;

    fn read<'de, D: Deserializer<'de>>(value: D) -> Result<P, D::Error> {
        P::decode(value)
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> Shown for Stored<T> {
    type Value = Option<T>;

    fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Option<T>, D::Error> {
        Option::deserialize(value)
    }
}

#[diagnostic::do_not_recommend]
impl Shown for AnyValue {
    type Value = Value;

    fn read<'de, D: Deserializer<'de>>(value: D) -> Result<Value, D::Error> {
        Value::deserialize(value)
    }
}

//! Closed scalars of all suites: props that take one of several plain types, and points in time.
use std::time::{Duration, SystemTime};

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::closed::{takes_bool, words};
use crate::{IntoProp, OptionValue, PropType, PropValue};

/// What `attr` sets an attribute to: text, or nothing.
pub type Attr = Option<String>;

/// An attribute that takes text as well as a number, such as `tab_index` or `width`.
///
/// # Examples
///
/// ```
/// # use dash_components::html::Td;
/// let two = Td::new().col_span(2);
/// let same = Td::new().col_span("2");
/// ```
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(untagged)]
pub enum TextOrNumber {
    /// A number.
    Number(f64),
    /// Text, sent as it is.
    Text(String),
}

#[diagnostic::do_not_recommend]
impl OptionValue for TextOrNumber {
    fn encode(&self) -> PropValue {
        match self {
            Self::Number(number) => PropValue::Float(*number),
            Self::Text(text) => PropValue::from(text),
        }
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Self::deserialize(value)
    }
}

words! {
    /// True or false where HTML wants the word for it, such as `draggable`.
    ///
    /// A prop of this type takes a `bool`.
    pub enum TextBool {
        /// The word `true`.
        True = "true" | true,
        /// The word `false`.
        False = "false" | false,
    }
}

words! {
    /// Whether the user can edit what an element shows.
    ///
    /// A prop of this type takes a `bool` as well.
    pub enum ContentEditable {
        /// The user can edit it.
        True = "true" | true,
        /// The user cannot edit it.
        False = "false" | false,
        /// As in the element round it.
        Inherit = "inherit",
        /// The user can edit its text, without formatting.
        PlaintextOnly = "plaintext-only",
    }
}

takes_bool! {
    TextBool: True, False;
    ContentEditable: True, False;
}

/// A number where HTML wants it as text, such as the `value` of a progress bar.
///
/// A prop of this type takes numbers and text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberAsText(String);

impl NumberAsText {
    /// The text as it stands in the page.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[diagnostic::do_not_recommend]
impl OptionValue for NumberAsText {
    fn encode(&self) -> PropValue {
        PropValue::from(&self.0)
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        TextOrNumber::deserialize(value).map(|found| match found {
            TextOrNumber::Text(text) => Self(text),
            TextOrNumber::Number(number) => Self(number.to_string()),
        })
    }
}

/// When something happened in the browser, to the millisecond.
///
/// Later is greater, and `None` (never) is least, so two props of type `Option<Timestamp>` tell
/// which of two buttons was clicked last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    millis: u64,
}

impl Timestamp {
    /// The point in time `millis` milliseconds after 1970-01-01 00:00 UTC.
    pub const fn from_millis(millis: u64) -> Self {
        Self { millis }
    }

    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub const fn as_millis(self) -> u64 {
        self.millis
    }
}

impl From<Timestamp> for SystemTime {
    fn from(timestamp: Timestamp) -> Self {
        Self::UNIX_EPOCH + Duration::from_millis(timestamp.millis)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.millis)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let never = || D::Error::custom("a time before 1970 is no time of a page");
        moment(f64::deserialize(value)?).ok_or_else(never)
    }
}

/// The moment; a page has -1 for never.
fn moment(millis: f64) -> Option<Timestamp> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
    (millis >= 0.0).then(|| Timestamp::from_millis(millis as u64))
}

impl PropType for Option<Timestamp> {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Option::<f64>::deserialize(value).map(|millis| millis.and_then(moment))
    }

    fn encode(self) -> PropValue {
        self.map_or(PropValue::Int(-1), |timestamp| PropValue::UInt(timestamp.millis))
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<Timestamp>> for Timestamp {
    fn into_prop(self) -> PropValue {
        Some(self).encode()
    }
}

/// Whether the browser keeps what the user entered, and under which key.
///
/// `true` keeps it. Text or a number keeps it for as long as this value stays the same: another
/// value starts afresh.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(untagged)]
pub enum Persistence {
    /// Keep, or do not keep.
    Keep(bool),
    /// Keep under a number.
    Number(f64),
    /// Keep under a text.
    Key(String),
}

#[diagnostic::do_not_recommend]
impl OptionValue for Persistence {
    fn encode(&self) -> PropValue {
        match self {
            Self::Keep(keep) => PropValue::Bool(*keep),
            Self::Number(number) => PropValue::Float(*number),
            Self::Key(key) => PropValue::from(key),
        }
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Self::deserialize(value)
    }
}

/// `from => prop`, where the plain value is what the wire has.
macro_rules! plain {
    ($($($from:ty),+ => $prop:ty;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl IntoProp<Option<$prop>> for $from {
            fn into_prop(self) -> PropValue {
                PropValue::from(self)
            }
        }
    )+)*};
}
pub(crate) use plain;

plain! {
    &str, String, &String => TextOrNumber;
    i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64 => TextOrNumber;
    &str, String, &String => Persistence;
    bool, i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64 => Persistence;
}

/// Whatever has a text, as text.
macro_rules! as_text {
    ($($from:ty),+ => $prop:ty) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoProp<Option<$prop>> for $from {
            fn into_prop(self) -> PropValue {
                PropValue::from(self.to_string())
            }
        }
    )+};
}

as_text!(&str, String, i8, i16, i32, i64, u8, u16, u32, u64, usize, f32, f64 => NumberAsText);

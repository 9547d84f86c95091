//! Closed prop types: the macros by which enums, scalars and objects become types of props.
use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::PropValue;

/// An enum whose values stand for a word or a bool each on the wire; after `|` stand other
/// spellings that are read as well. Exported for the suites that users generate.
#[doc(hidden)]
#[macro_export]
macro_rules! __words {
    ($(#[$about:meta])* pub enum $name:ident {
        $($(#[$what:meta])* $variant:ident = $word:literal $(| $other:literal)*,)*
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$what])* $variant,)*
        }

        #[diagnostic::do_not_recommend]
        impl $crate::OptionValue for $name {
            fn encode(&self) -> $crate::PropValue {
                match self {
                    $(Self::$variant => $crate::__private::Word::from($word).into(),)*
                }
            }

            fn decode<'de, D: $crate::__private::Deserializer<'de>>(
                value: D,
            ) -> ::core::result::Result<Self, D::Error> {
                use $crate::__private::Word;
                let known = &[
                    $((Word::from($word), Self::$variant), $((Word::from($other), Self::$variant),)*)*
                ];
                Word::choose(value, known)
            }
        }
    };
}
pub use crate::__words as words;

/// `bool` for an enum that has a value for either.
macro_rules! takes_bool {
    ($($name:ident: $on:ident, $off:ident;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl $crate::IntoProp<core::option::Option<$name>> for bool {
            fn into_prop(self) -> $crate::PropValue {
                $crate::OptionValue::encode(if self { &$name::$on } else { &$name::$off })
            }
        }
    )+};
}
pub(crate) use takes_bool;

/// `Option` of a type that `serde` reads and writes, as the type of a prop.
macro_rules! object {
    ($($name:ident),+ $(,)?) => {$(
        impl $crate::PropType for core::option::Option<$name> {
            fn decode<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
                serde::Deserialize::deserialize(value)
            }

            fn encode(self) -> $crate::PropValue {
                self.map_or($crate::PropValue::Null, |value| $crate::PropValue::json(&value))
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::IntoProp<core::option::Option<$name>> for $name {
            fn into_prop(self) -> $crate::PropValue {
                $crate::PropValue::json(&self)
            }
        }
    )+};
}
pub(crate) use object;

/// `Option` of an object that is set field by field, as the type of a prop.
macro_rules! shape {
    ($name:ident) => {
        impl $crate::PropType for core::option::Option<$name> {
            fn decode<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
                let fields = <core::option::Option<$crate::closed::Fields> as serde::Deserialize>::deserialize(value)?;
                Ok(fields.map($name))
            }

            fn encode(self) -> $crate::PropValue {
                self.map_or($crate::PropValue::Null, |value| value.0.into())
            }
        }

        #[diagnostic::do_not_recommend]
        impl $crate::IntoProp<core::option::Option<$name>> for $name {
            fn into_prop(self) -> $crate::PropValue {
                self.0.into()
            }
        }
    };
}
pub(crate) use shape;

/// One of the values of a closed enum, on the wire.
#[derive(Debug, PartialEq)]
pub enum Word {
    /// A word.
    Text(Cow<'static, str>),
    /// True or false.
    Bool(bool),
}

impl Word {
    /// Reads the value that stands for one of the `known`.
    ///
    /// # Errors
    ///
    /// - It is none of them.
    pub fn choose<'de, T: Copy, D: Deserializer<'de>>(
        value: D,
        known: &[(Self, T)],
    ) -> Result<T, D::Error> {
        let found = Self::deserialize(value)?;
        let same = known.iter().find(|(word, _)| *word == found);
        same.map(|(_, value)| *value).ok_or_else(|| {
            let known: Vec<String> = known.iter().map(|(word, _)| format!("`{word}`")).collect();
            D::Error::custom(format!("`{found}` is not one of {}", known.join(", ")))
        })
    }
}

impl From<&'static str> for Word {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Word {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Word> for PropValue {
    fn from(word: Word) -> Self {
        match word {
            Word::Text(text) => Self::Text(text),
            Word::Bool(value) => Self::Bool(value),
        }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Bool(value) => value.fmt(f),
        }
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        struct Words;

        impl Visitor<'_> for Words {
            type Value = Word;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a bool")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Word, E> {
                Ok(Word::Text(text.to_owned().into()))
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Word, E> {
                Ok(Word::Bool(value))
            }
        }

        value.deserialize_any(Words)
    }
}

/// The fields of an object in the order in which they were set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields(Vec<(Cow<'static, str>, PropValue)>);

impl Fields {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Sets a field; the last value wins.
    pub(crate) fn set(&mut self, name: &'static str, value: PropValue) {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.into(), value));
    }
}

impl IntoIterator for Fields {
    type Item = (Cow<'static, str>, PropValue);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl From<Fields> for PropValue {
    fn from(fields: Fields) -> Self {
        Self::Map(fields.0)
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some((name, json)) = map.next_entry::<String, Box<RawValue>>()? {
                    fields.push((name.into(), PropValue::Json(json)));
                }
                Ok(Fields(fields))
            }
        }

        value.deserialize_map(Entries)
    }
}

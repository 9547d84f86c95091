//! Props of inputs that take a bool or a number, or a word or a number.

use std::time::Duration;

use serde::{Deserialize, Deserializer};

use crate::scalar::plain;
use crate::{IntoProp, OptionValue, PropValue};

/// When an input reports what is typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Debounce {
    /// At every key.
    Off,
    /// When the user presses Enter or leaves the input.
    OnBlur,
    /// When the user has stopped typing for this many seconds.
    Seconds(f64),
}

#[diagnostic::do_not_recommend]
impl OptionValue for Debounce {
    fn encode(&self) -> PropValue {
        match self {
            Self::Off => PropValue::Bool(false),
            Self::OnBlur => PropValue::Bool(true),
            Self::Seconds(seconds) => PropValue::Float(*seconds),
        }
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Ok(match BoolOrNumber::deserialize(value)? {
            BoolOrNumber::Bool(false) => Self::Off,
            BoolOrNumber::Bool(true) => Self::OnBlur,
            BoolOrNumber::Number(seconds) => Self::Seconds(seconds),
        })
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<Debounce>> for Duration {
    fn into_prop(self) -> PropValue {
        PropValue::Float(self.as_secs_f64())
    }
}

/// Whether a handle of a range slider pushes its neighbours along.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pushable {
    /// It stops at them.
    Off,
    /// It pushes them, one step away from itself.
    On,
    /// It pushes them, this far away from itself.
    By(f64),
}

#[diagnostic::do_not_recommend]
impl OptionValue for Pushable {
    fn encode(&self) -> PropValue {
        match self {
            Self::Off => PropValue::Bool(false),
            Self::On => PropValue::Bool(true),
            Self::By(distance) => PropValue::Float(*distance),
        }
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Ok(match BoolOrNumber::deserialize(value)? {
            BoolOrNumber::Bool(false) => Self::Off,
            BoolOrNumber::Bool(true) => Self::On,
            BoolOrNumber::Number(distance) => Self::By(distance),
        })
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum BoolOrNumber {
    Bool(bool),
    Number(f64),
}

/// The height of each option of a dropdown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OptionHeight {
    /// As high as its label needs.
    Auto,
    /// This many pixels.
    Pixels(f64),
}

#[diagnostic::do_not_recommend]
impl OptionValue for OptionHeight {
    fn encode(&self) -> PropValue {
        match self {
            Self::Auto => PropValue::Text("auto".into()),
            Self::Pixels(pixels) => PropValue::Float(*pixels),
        }
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Found {
            Pixels(f64),
            Word(Auto),
        }

        #[derive(Deserialize)]
        enum Auto {
            #[serde(rename = "auto")]
            Auto,
        }

        Ok(match Found::deserialize(value)? {
            Found::Pixels(pixels) => Self::Pixels(pixels),
            Found::Word(Auto::Auto) => Self::Auto,
        })
    }
}

plain! {
    bool, i8, i16, i32, u8, u16, u32, f32, f64 => Debounce;
    bool, i8, i16, i32, u8, u16, u32, f32, f64 => Pushable;
    i8, i16, i32, u8, u16, u32, f32, f64 => OptionHeight;
}

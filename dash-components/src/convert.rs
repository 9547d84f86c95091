//! Conversions into values of props: each line below is something a user may write.
use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer};

use crate::value::deserialize_or_default;
use crate::{Element, IntoNode, IntoProp, Node, OptionValue, PropType, PropValue, View};

macro_rules! values {
    ($($ty:ty => $variant:ident($value:ident => $convert:expr);)*) => {$(
        impl From<$ty> for PropValue {
            fn from($value: $ty) -> Self {
                Self::$variant($convert)
            }
        }
    )*};
}

values! {
    bool => Bool(value => value);
    i8 => Int(value => value.into());
    i16 => Int(value => value.into());
    i32 => Int(value => value.into());
    i64 => Int(value => value);
    isize => Int(value => value as i64);
    u8 => UInt(value => value.into());
    u16 => UInt(value => value.into());
    u32 => UInt(value => value.into());
    u64 => UInt(value => value);
    usize => UInt(value => value as u64);
    f32 => Float(value => value.into());
    f64 => Float(value => value);
    String => Text(value => value.into());
    &str => Text(value => value.to_owned().into());
    &String => Text(value => value.clone().into());
    char => Text(value => value.to_string().into());
    Cow<'static, str> => Text(value => value);
    Node => Node(value => Box::new(value));
}

/// Prop types that have a value even when the page has none.
macro_rules! defaulted {
    ($($ty:ty),*) => {$(
        impl PropType for $ty {
            fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
                deserialize_or_default(value)
            }

            fn encode(self) -> PropValue {
                self.into()
            }
        }
    )*};
}

defaulted!(bool, u64, String);

#[diagnostic::do_not_recommend]
impl<V: OptionValue> IntoProp<Option<V>> for V {
    fn into_prop(self) -> PropValue {
        self.encode()
    }
}

/// `from => prop type`, where the prop value of `from` serves as it is.
macro_rules! converts {
    ($($($from:ty),+ => $prop:ty;)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl IntoProp<$prop> for $from {
            fn into_prop(self) -> PropValue {
                self.into()
            }
        }
    )+)*};
}

converts! {
    &str, char, Cow<'static, str> => Option<String>;
    &str, &String, Cow<'static, str> => String;
    i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32 => Option<f64>;
    i8, i16, i32, u8, u16, u32 => Option<i64>;
    u8, u16, u32, usize => u64;
    u8, u16, u32, usize => Option<u64>;
    String, &str, &String, char, Cow<'static, str>, bool => Node;
    i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64 => Node;
}

/// Whole numbers as a literal has them: of type `i32`, though the prop takes none below 0.
fn count(value: i32) -> PropValue {
    let reason = || format!("{value} is below 0, and the prop counts from 0");
    u64::try_from(value).map_or_else(|_| PropValue::Unwritable(reason().into()), PropValue::UInt)
}

#[diagnostic::do_not_recommend]
impl IntoProp<u64> for i32 {
    fn into_prop(self) -> PropValue {
        count(self)
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<u64>> for i32 {
    fn into_prop(self) -> PropValue {
        count(self)
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<String>> for Option<&str> {
    fn into_prop(self) -> PropValue {
        self.map_or(PropValue::Null, PropValue::from)
    }
}

/// Lists: `from => element of the prop`.
macro_rules! lists {
    ($([$($generics:tt)*] $from:ty => $element:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> IntoProp<Vec<$element>> for $from {
            fn into_prop(self) -> PropValue {
                PropValue::List(self.into_iter().map(IntoProp::<Option<$element>>::into_prop).collect())
            }
        }
    )*};
}

lists! {
    [V: OptionValue, const N: usize] [V; N] => V;
    [V: OptionValue + Clone] &[V] => V;
    [const N: usize] [&str; N] => String;
    [] Vec<&str> => String;
    [const N: usize] [i32; N] => f64;
    [] Vec<i32> => f64;
}

#[diagnostic::do_not_recommend]
impl<V: OptionValue + Clone> IntoProp<Option<V>> for &V {
    fn into_prop(self) -> PropValue {
        self.encode()
    }
}

impl PropType for Node {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let json = Box::<serde_json::value::RawValue>::deserialize(value)?;
        Ok(Self::Value(PropValue::Json(json)))
    }

    fn encode(self) -> PropValue {
        PropValue::Node(Box::new(self))
    }
}

#[diagnostic::do_not_recommend]
impl IntoProp<Node> for Element {
    fn into_prop(self) -> PropValue {
        PropValue::Node(Box::new(self.into_node()))
    }
}

#[diagnostic::do_not_recommend]
impl<V> IntoProp<Node> for View<V> {
    fn into_prop(self) -> PropValue {
        PropValue::Node(Box::new(self.into_node()))
    }
}

#[diagnostic::do_not_recommend]
impl<T: IntoProp<Node>> IntoProp<Node> for Vec<T> {
    fn into_prop(self) -> PropValue {
        PropValue::Node(Box::new(Node::many(self.into_iter().map(node))))
    }
}

#[diagnostic::do_not_recommend]
impl<T: IntoProp<Node>, const N: usize> IntoProp<Node> for [T; N] {
    fn into_prop(self) -> PropValue {
        PropValue::Node(Box::new(Node::many(self.into_iter().map(node))))
    }
}

#[diagnostic::do_not_recommend]
impl<T: IntoProp<Node>> IntoProp<Node> for Option<T> {
    fn into_prop(self) -> PropValue {
        PropValue::Node(Box::new(self.map_or(Node::Empty, node)))
    }
}

fn node(child: impl IntoProp<Node>) -> Node {
    match child.into_prop() {
        PropValue::Node(node) => *node,
        value => Node::Value(value),
    }
}

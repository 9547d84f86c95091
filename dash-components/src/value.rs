//! Values of props: what they are on the wire, and what converts from and to them.
use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::value::RawValue;

use crate::{Element, Node, Written};

/// A value on its way to the page.
#[derive(Debug, Clone, Default)]
pub enum PropValue {
    /// No value.
    #[default]
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number that may be negative.
    Int(i64),
    /// A whole number.
    UInt(u64),
    /// A number; NaN and the infinities become `null`.
    Float(f64),
    /// Text.
    Text(Cow<'static, str>),
    /// A list.
    List(Vec<PropValue>),
    /// An object, in the order of its entries.
    Map(Vec<(Cow<'static, str>, PropValue)>),
    /// Layout.
    Node(Box<Node>),
    /// JSON that is already written, and is copied as it stands.
    Json(Box<RawValue>),
    /// The same in pieces, of which a large one is sent without being copied.
    Written(Written),
    /// A value that could not be written, with the reason; writing it fails with that reason.
    Unwritable(Box<str>),
}

impl PropValue {
    /// The JSON of any value that `serde` can write.
    ///
    /// Where its `Serialize` fails, or it is a map whose keys are not text, the result is
    /// [`Unwritable`](Self::Unwritable): the layout or the callback that uses it fails, and says why.
    pub fn json(value: &impl Serialize) -> Self {
        match serde_json::value::to_raw_value(value) {
            Ok(json) => Self::Json(json),
            Err(error) => Self::Unwritable(error.to_string().into()),
        }
    }

    /// Calls `visit` for each component in the value, parents first.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Element)) {
        match self {
            Self::List(values) => values.iter().for_each(|value| value.walk(visit)),
            Self::Map(entries) => entries.iter().for_each(|(_, value)| value.walk(visit)),
            Self::Node(node) => node.walk(visit),
            _ => {}
        }
    }

    /// The first component in the value that has this id.
    pub(crate) fn find(&mut self, id: &str) -> Option<&mut Element> {
        match self {
            Self::List(values) => values.iter_mut().find_map(|value| value.find(id)),
            Self::Map(entries) => entries.iter_mut().find_map(|(_, value)| value.find(id)),
            Self::Node(node) => node.find(id),
            _ => None,
        }
    }
}

impl Serialize for PropValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(value) => serializer.serialize_i64(*value),
            Self::UInt(value) => serializer.serialize_u64(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values),
            Self::Map(entries) => serializer.collect_map(entries.iter().map(|(k, v)| (k, v))),
            Self::Node(node) => node.serialize(serializer),
            Self::Json(json) => json.serialize(serializer),
            Self::Written(json) => json.serialize(serializer),
            Self::Unwritable(reason) => Err(S::Error::custom(reason)),
        }
    }
}

/// A type that some prop has. Closed: the schema's types, and `Option` and `Vec` of option values.
pub trait PropType: Sized {
    /// Reads the value; an absent one comes as null.
    ///
    /// # Errors
    ///
    /// - The value has another type or lies outside the type's range.
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error>;

    /// The value on its way to the page.
    fn encode(self) -> PropValue;
}

/// What can be given to a prop of the type `P`: the type itself, and what converts into it.
#[diagnostic::on_unimplemented(
    message = "a prop of type `{P}` cannot be set to a `{Self}`",
    label = "expected a value for a prop of type `{P}`"
)]
pub trait IntoProp<P> {
    /// The value on its way to the page.
    fn into_prop(self) -> PropValue;
}

/// What a callback can take from a prop of the type `P`: the type itself, or [`Json`] of a type of its own.
#[diagnostic::on_unimplemented(
    message = "a callback parameter of type `{Self}` cannot take a prop of type `{P}`",
    label = "the prop wired to this parameter has type `{P}`",
    note = "parameters follow the order of `input(..)`, then `state(..)`; `Json<T>` reads any prop into a type of your own"
)]
pub trait FromProp<P>: Sized {
    /// Reads the value; an absent one comes as null.
    ///
    /// # Errors
    ///
    /// - The value has another type or lies outside the type's range.
    fn from_prop<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: PropType> IntoProp<T> for T {
    fn into_prop(self) -> PropValue {
        self.encode()
    }
}

#[diagnostic::do_not_recommend]
impl<T: PropType> FromProp<T> for T {
    fn from_prop<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        T::decode(value)
    }
}

/// Reads any prop into a type of your own that `serde` can read.
///
/// # Examples
///
/// ```
/// # use dash_components::Json;
/// fn total(Json(rows): Json<Vec<(String, f64)>>) -> f64 {
///     rows.iter().map(|(_, amount)| amount).sum()
/// }
/// assert_eq!(total(Json(vec![("a".into(), 1.5), ("b".into(), 2.0)])), 3.5);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Json<T>(pub T);

#[diagnostic::do_not_recommend]
impl<P, T: DeserializeOwned> FromProp<P> for Json<T> {
    fn from_prop<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        T::deserialize(value).map(Json)
    }
}

/// The type of a prop that holds any value of yours, such as `Store.data`; a callback takes and gives `Option<T>`.
#[derive(Debug)]
pub struct Stored<T>(PhantomData<T>);

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromProp<Stored<T>> for Option<T> {
    fn from_prop<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Self::deserialize(value)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Serialize> IntoProp<Stored<T>> for T {
    fn into_prop(self) -> PropValue {
        PropValue::json(&self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Serialize> IntoProp<Stored<T>> for Option<T> {
    fn into_prop(self) -> PropValue {
        self.map_or(PropValue::Null, IntoProp::<Stored<T>>::into_prop)
    }
}

/// Reads a value whose absence means its default.
///
/// # Errors
///
/// - The value has another type or lies outside the type's range.
#[doc(hidden)]
pub fn deserialize_or_default<'de, T, D>(value: D) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Default,
    D: Deserializer<'de>,
{
    Option::deserialize(value).map(Option::unwrap_or_default)
}

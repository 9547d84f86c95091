//! The options of choosing components, and the types their values may have.
use std::borrow::Cow;

use chrono::NaiveDate;
use serde::de::{Deserialize, Deserializer};

use crate::{IntoNode, IntoProp, Node, PropType, PropValue, node::markers};

/// A type whose values can be an option's value: text, numbers, bools, dates, and enums with
/// `#[derive(OptionValue)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of an option",
    label = "not text, a number, a bool, a date or an enum with `#[derive(OptionValue)]`"
)]
pub trait OptionValue: Sized {
    /// The value on its way to the page.
    fn encode(&self) -> PropValue;

    /// Reads the value.
    ///
    /// # Errors
    ///
    /// - It is not one of the type's values.
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error>;

    /// The text shown for the value; the value itself where there is none.
    fn label(&self) -> Option<Cow<'static, str>> {
        None
    }
}

macro_rules! plain_option_values {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl OptionValue for $ty {
            fn encode(&self) -> PropValue {
                PropValue::from(self.clone())
            }

            fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
                Self::deserialize(value)
            }
        }
    )*};
}

plain_option_values!(String, bool, i32, i64, u32, u64, f64);

/// A date, as text: `2024-01-31`.
#[diagnostic::do_not_recommend]
impl OptionValue for NaiveDate {
    fn encode(&self) -> PropValue {
        PropValue::from(self.to_string())
    }

    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let text = String::deserialize(value)?;
        let date = || format!("`{text}` is not a date such as `2024-01-31`");
        text.parse().map_err(|_| serde::de::Error::custom(date()))
    }
}

/// Reads a [`OptionValue`] where `serde` wants a `Deserialize`.
struct Decoded<V>(V);

impl<'de, V: OptionValue> Deserialize<'de> for Decoded<V> {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        V::decode(value).map(Self)
    }
}

impl<V: OptionValue> PropType for Option<V> {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Option::<Decoded<V>>::deserialize(value).map(|found| found.map(|Decoded(value)| value))
    }

    fn encode(self) -> PropValue {
        self.map_or(PropValue::Null, |value| value.encode())
    }
}

impl<V: OptionValue> PropType for Vec<V> {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let found = Option::<Vec<Decoded<V>>>::deserialize(value)?;
        Ok(found.unwrap_or_default().into_iter().map(|Decoded(value)| value).collect())
    }

    fn encode(self) -> PropValue {
        PropValue::List(self.iter().map(OptionValue::encode).collect())
    }
}

/// One option: a value and how it is shown.
///
/// # Examples
///
/// ```
/// # use dash_components::OptionItem;
/// let north: OptionItem<String> = OptionItem::new("north").label("North and islands").disabled(true);
/// ```
#[derive(Debug, Clone)]
pub struct OptionItem<V> {
    value: V,
    label: Option<Node>,
    disabled: bool,
    title: Option<String>,
    search: Option<String>,
}

impl<V: OptionValue> OptionItem<V> {
    /// The option `value`, shown by its own label.
    pub fn new(value: impl Into<V>) -> Self {
        Self { value: value.into(), label: None, disabled: false, title: None, search: None }
    }

    /// What is shown: text or any layout. Default: the value. Source: `options[].label`.
    pub fn label<K>(self, label: impl IntoNode<K>) -> Self {
        Self { label: Some(label.into_node()), ..self }
    }

    /// Whether the option can be seen but not chosen. Default: false. Source: `options[].disabled`.
    pub fn disabled(self, disabled: bool) -> Self {
        Self { disabled, ..self }
    }

    /// The text that appears when the pointer rests on the option. Default: none. Source: `options[].title`.
    pub fn title(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// The text that the search of a dropdown looks at, where the label is not text. Default: the
    /// label, else the value. Source: `options[].search`.
    pub fn search(self, search: impl Into<String>) -> Self {
        Self { search: Some(search.into()), ..self }
    }

    fn encode(self) -> PropValue {
        let plain = !self.disabled && self.title.is_none() && self.search.is_none();
        let value = self.value.encode();
        let label = match (self.label, self.value.label()) {
            (Some(node), _) => node,
            (None, Some(text)) => IntoNode::<markers::One>::into_node(text),
            (None, None) if plain => return value,
            (None, None) => Node::Value(value.clone()),
        };
        let mut entries = vec![("label".into(), PropValue::from(label)), ("value".into(), value)];
        if self.disabled {
            entries.push(("disabled".into(), PropValue::Bool(true)));
        }
        let texts = [("title", self.title), ("search", self.search)];
        entries
            .extend(texts.into_iter().filter_map(|(name, text)| Some((name.into(), text?.into()))));
        PropValue::Map(entries)
    }
}

/// The options of a choosing component, in the order shown.
///
/// Made from arrays, slices and vectors of values, of `(label, value)` pairs, or of [`OptionItem`]s.
#[derive(Debug, Clone)]
pub struct Options<V>(Vec<OptionItem<V>>);

impl<V: OptionValue> FromIterator<OptionItem<V>> for Options<V> {
    fn from_iter<I: IntoIterator<Item = OptionItem<V>>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<V: OptionValue> FromIterator<V> for Options<V> {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        values.into_iter().map(OptionItem::<V>::new).collect()
    }
}

impl<V: OptionValue> PropType for Options<V> {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Option::<Vec<OptionItem<V>>>::deserialize(value)
            .map(|items| Self(items.unwrap_or_default()))
    }

    fn encode(self) -> PropValue {
        PropValue::List(self.0.into_iter().map(OptionItem::encode).collect())
    }
}

impl<'de, V: OptionValue> Deserialize<'de> for OptionItem<V> {
    /// Reads a plain value as well as an object with `value`, `label`, ….
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let json = serde_json::Value::deserialize(value)?;
        let (value, rest) = match json {
            serde_json::Value::Object(mut rest) => (rest.remove("value").unwrap_or_default(), rest),
            plain => (plain, serde_json::Map::new()),
        };
        let text = |field: &str| rest.get(field).and_then(|text| text.as_str()).map(str::to_owned);
        Ok(Self {
            value: V::decode(value).map_err(serde::de::Error::custom)?,
            label: rest.get("label").map(|label| Node::Value(PropValue::json(label))),
            disabled: rest.get("disabled").and_then(serde_json::Value::as_bool).unwrap_or(false),
            title: text("title"),
            search: text("search"),
        })
    }
}

/// Each line: generics, what is given, the type of the options, and how one entry becomes an item.
macro_rules! into_options {
    ($([$($generics:tt)*] $from:ty => $value:ty: $item:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> IntoProp<Options<$value>> for $from {
            fn into_prop(self) -> PropValue {
                let options: Options<$value> = self.into_iter().map($item).collect();
                options.into_prop()
            }
        }
    )*};
}

into_options! {
    [V: OptionValue, const N: usize] [V; N] => V: OptionItem::<V>::new;
    [V: OptionValue] Vec<V> => V: OptionItem::<V>::new;
    [V: OptionValue + Clone] &[V] => V: |value: &V| OptionItem::<V>::new(value.clone());
    [V: OptionValue + Clone] &Vec<V> => V: |value: &V| OptionItem::<V>::new(value.clone());
    [V: OptionValue + Clone, const N: usize] &[V; N] => V: |value: &V| OptionItem::<V>::new(value.clone());
    [const N: usize] [&str; N] => String: OptionItem::<String>::new;
    [] Vec<&str> => String: OptionItem::<String>::new;
    [const N: usize] &[&str; N] => String: |value: &&str| OptionItem::<String>::new(*value);
    [] &[&str] => String: |value: &&str| OptionItem::<String>::new(*value);
    [V: OptionValue, const N: usize] [OptionItem<V>; N] => V: |item: OptionItem<V>| item;
    [V: OptionValue] Vec<OptionItem<V>> => V: |item: OptionItem<V>| item;
    [L: Into<String>, const N: usize] [(L, &str); N] => String: |(label, value): (L, &str)| OptionItem::<String>::new(value).label(label.into());
    [L: Into<String>] Vec<(L, &str)> => String: |(label, value): (L, &str)| OptionItem::<String>::new(value).label(label.into());
    [V: OptionValue, L: Into<String>, const N: usize] [(L, V); N] => V: |(label, value): (L, V)| OptionItem::<V>::new(value).label(label.into());
    [V: OptionValue, L: Into<String>] Vec<(L, V)> => V: |(label, value): (L, V)| OptionItem::<V>::new(value).label(label.into());
}

impl<V: OptionValue> Default for Options<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

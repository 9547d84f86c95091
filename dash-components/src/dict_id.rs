//! Ids with fields: structs that derive `DashId`, and the JSON objects they are in the page.
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::{Family, IntoProp, KeyValue, PropValue};

/// A struct whose values are ids of components: rows of a table, cards of a board.
///
/// In the page the id is an object of the fields, sorted, and of the key `type` with the name of the
/// struct: structs of other names are never taken for each other. Derive it; a field has a whole
/// number of up to 32 bits, a `bool` or a `String`. Source: Dash's dict ids.
///
/// # Examples
///
/// ```
/// # use dash_components::IdKeys;
/// let id: IdKeys = serde_json::from_str(r#"{"type":"Cell","row":1,"col":0}"#)?;
/// assert_eq!(id.to_string(), r#"{"col":0,"row":1,"type":"Cell"}"#);
/// # Ok::<_, serde_json::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an id with fields",
    label = "this struct does not derive `DashId`",
    note = "write `#[derive(DashId)]` on the struct"
)]
pub trait DashId: Sized {
    /// The name of the struct: the key `type` in the page.
    const TYPE: &'static str;

    /// The module that declares the struct. In the page nothing tells two structs of one name and the
    /// same fields apart, so that an app cannot have both.
    const HOME: &'static str = "";

    /// What tells its ids from those of other structs.
    #[doc(hidden)]
    const FAMILY: Family = Family { home: Self::HOME, has: |id| Self::from_keys(id).is_some() };

    /// The id as the page has it.
    fn into_keys(self) -> IdKeys;

    /// Reads an id of the page; `None` if it is another struct's.
    fn from_keys(keys: &IdKeys) -> Option<Self>;
}

/// An id with fields as the page has it: keys with values. Shown as its one canonical text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdKeys(BTreeMap<String, KeyValue<String>>);

impl IdKeys {
    /// The id of a struct, without its fields.
    #[doc(hidden)]
    pub fn of(name: &str) -> Self {
        Self(BTreeMap::from([("type".to_owned(), KeyValue::Text(name.to_owned()))]))
    }

    /// The same id with one more field.
    #[doc(hidden)]
    #[must_use]
    pub fn with(mut self, field: &str, value: KeyValue<String>) -> Self {
        self.0.insert(field.to_owned(), value);
        self
    }

    /// The name of the struct, if so many fields are all it has.
    #[doc(hidden)]
    pub fn is(&self, name: &str, fields: usize) -> bool {
        let ty = self.get("type").map(KeyValue::borrowed);
        self.0.len() == fields + 1 && ty == Some(KeyValue::Text(name))
    }

    /// The value of a field.
    pub fn get(&self, field: &str) -> Option<&KeyValue<String>> {
        self.0.get(field)
    }

    /// The keys and their values, sorted.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &KeyValue<String>)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl fmt::Display for IdKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl From<IdKeys> for PropValue {
    fn from(id: IdKeys) -> Self {
        let value = |value: KeyValue<String>| match value {
            KeyValue::Number(value) => Self::Int(value),
            KeyValue::Bool(value) => Self::Bool(value),
            KeyValue::Text(text) => Self::Text(text.into()),
        };
        Self::Map(id.0.into_iter().map(|(key, one)| (key.into(), value(one))).collect())
    }
}

/// An id on its way into a layout: what the setter `id` takes beside text.
#[derive(Debug)]
pub struct InLayout(PropValue);

/// The id of a tag of a `view!`.
#[doc(hidden)]
pub fn in_layout(id: IdKeys) -> InLayout {
    InLayout(id.into())
}

#[diagnostic::do_not_recommend]
impl IntoProp<Option<String>> for InLayout {
    fn into_prop(self) -> PropValue {
        self.0
    }
}

impl Serialize for IdKeys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

impl<'de> Deserialize<'de> for IdKeys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Keys)
    }
}

struct Keys;

impl<'de> Visitor<'de> for Keys {
    type Value = IdKeys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id: an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<IdKeys, A::Error> {
        let mut keys = BTreeMap::new();
        while let Some((key, value)) = map.next_entry::<String, _>()? {
            if keys.insert(key, value).is_some() {
                return Err(A::Error::custom("a key of the id is there twice"));
            }
        }
        Ok(IdKeys(keys))
    }
}

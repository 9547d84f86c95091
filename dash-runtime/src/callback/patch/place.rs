//! The edits at a place inside a prop's value.
use dash_components::{IntoProp, PropValue};
use serde::Serialize;

use super::{IntoPath, Patch, object};

/// A place inside the value of a prop, waiting for what is to be done there.
#[derive(Debug)]
#[must_use = "a place alone changes nothing"]
pub struct Place<P> {
    pub(super) patch: Patch<P>,
    pub(super) path: Vec<PropValue>,
}

#[expect(clippy::should_implement_trait, reason = "these are Dash's names of the edits")]
impl<P> Place<P> {
    /// Goes further inside.
    pub fn at(mut self, path: impl IntoPath) -> Self {
        self.path.extend(path.into_path());
        self
    }

    /// Sets the value; objects on the way that are missing are made.
    pub fn assign(self, value: impl Serialize) -> Patch<P> {
        self.with_value("Assign", PropValue::json(&value))
    }

    /// Takes the value out of its object or list.
    pub fn delete(self) -> Patch<P> {
        self.operation("Delete", object([]))
    }

    /// Sets each entry of an object.
    pub fn merge(self, entries: impl Serialize) -> Patch<P> {
        self.with_value("Merge", PropValue::json(&entries))
    }

    /// Puts items at the end of a list.
    pub fn extend<T: Serialize>(self, items: impl IntoIterator<Item = T>) -> Patch<P> {
        let items: Vec<T> = items.into_iter().collect();
        self.with_value("Extend", PropValue::json(&items))
    }

    /// Puts an item at the end of a list.
    pub fn append(self, item: impl Serialize) -> Patch<P> {
        self.with_value("Append", PropValue::json(&item))
    }

    /// Puts an item at the start of a list.
    pub fn prepend(self, item: impl Serialize) -> Patch<P> {
        self.with_value("Prepend", PropValue::json(&item))
    }

    /// Puts an item before the position `index` of a list; a negative one counts from its end.
    pub fn insert(self, index: i64, item: impl Serialize) -> Patch<P> {
        let index = ("index", PropValue::from(index));
        self.operation("Insert", object([index, ("value", PropValue::json(&item))]))
    }

    /// Takes all items out of a list that equal this one.
    pub fn remove(self, item: impl Serialize) -> Patch<P> {
        self.with_value("Remove", PropValue::json(&item))
    }

    /// Turns a list round.
    pub fn reverse(self) -> Patch<P> {
        self.operation("Reverse", object([]))
    }

    /// Empties a list, an object or a text.
    pub fn clear(self) -> Patch<P> {
        self.operation("Clear", object([]))
    }

    /// Adds to a number.
    pub fn add(self, number: impl IntoProp<Option<f64>>) -> Patch<P> {
        self.with_value("Add", number.into_prop())
    }

    /// Adds to a text, at its end.
    pub fn add_text(self, text: impl Into<String>) -> Patch<P> {
        self.with_value("Add", PropValue::from(text.into()))
    }

    /// Subtracts from a number.
    pub fn sub(self, number: impl IntoProp<Option<f64>>) -> Patch<P> {
        self.with_value("Sub", number.into_prop())
    }

    /// Multiplies a number.
    pub fn mul(self, number: impl IntoProp<Option<f64>>) -> Patch<P> {
        self.with_value("Mul", number.into_prop())
    }

    /// Divides a number.
    pub fn div(self, number: impl IntoProp<Option<f64>>) -> Patch<P> {
        self.with_value("Div", number.into_prop())
    }

    pub(super) fn with_value(self, operation: &'static str, value: PropValue) -> Patch<P> {
        self.operation(operation, object([("value", value)]))
    }

    fn operation(self, operation: &'static str, params: PropValue) -> Patch<P> {
        let Self { mut patch, path } = self;
        patch.operations.push(object([
            ("operation", PropValue::from(operation)),
            ("location", PropValue::List(path)),
            ("params", params),
        ]));
        patch
    }
}

//! Edits of a prop's present value, which the browser has and the server need not know.
use std::borrow::Cow;
use std::marker::PhantomData;

use dash_components::{IntoProp, PropValue};
use serde::Serialize;

use super::IntoOutput;

mod path;
mod typed;

pub use path::{IntoPath, Key};
pub use typed::{ListProp, NumberProp};

/// Edits of a prop of the type `P`, made in the browser in the order given. Source: `dash.Patch`.
///
/// What a prop's type allows as a whole are methods of the patch itself: items of a list, sums of
/// a number, traces of a figure. [`at`](Self::at) goes to a place inside the value, where any
/// operation may stand: the types there are the browser's to know. An edit that does not fit what
/// it finds fails in the browser, and the output stays as it is.
///
/// # Examples
///
/// ```
/// # use dash_components::Figure;
/// # use dash_runtime::Patch;
/// fn next_point(month: &str, revenue: f64) -> Patch<Figure> {
///     Patch::new()
///         .trace(0).at("x").append(month)
///         .trace(0).at("y").append(revenue)
///         .at(("layout", "title", "text")).assign(format!("Revenue up to {month}"))
/// }
/// ```
#[derive(Debug)]
#[must_use = "a patch does nothing until it is returned for an output"]
pub struct Patch<P> {
    operations: Vec<PropValue>,
    prop: PhantomData<fn() -> P>,
}

impl<P> Patch<P> {
    /// No edit yet.
    pub fn new() -> Self {
        Self { operations: Vec::new(), prop: PhantomData }
    }

    /// Goes to a place inside the value: a name, a position in a list (negative ones count from
    /// its end), a tuple of them, or `()` for the value itself.
    pub fn at(self, path: impl IntoPath) -> Place<P> {
        Place { patch: self, path: path.into_path() }
    }

    /// The patch as the page receives it.
    fn into_value(self) -> PropValue {
        object([(MARK, PropValue::from(MARK)), ("operations", PropValue::List(self.operations))])
    }
}

/// The name by which the browser tells a patch from a value.
const MARK: &str = "__dash_patch_update";

impl<P> Default for Patch<P> {
    fn default() -> Self {
        Self::new()
    }
}

impl<P> Clone for Patch<P> {
    fn clone(&self) -> Self {
        Self { operations: self.operations.clone(), prop: PhantomData }
    }
}

/// An output that is edited in place.
#[derive(Debug)]
pub struct Edited;

#[diagnostic::do_not_recommend]
impl<P> IntoOutput<P, Edited> for Patch<P> {
    fn into_output(self) -> Option<PropValue> {
        Some(self.into_value())
    }
}

/// A place inside the value of a prop, waiting for what is to be done there.
#[derive(Debug)]
#[must_use = "a place alone changes nothing"]
pub struct Place<P> {
    patch: Patch<P>,
    path: Vec<PropValue>,
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

    fn with_value(self, operation: &'static str, value: PropValue) -> Patch<P> {
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

fn object<const N: usize>(entries: [(&'static str, PropValue); N]) -> PropValue {
    PropValue::Map(entries.map(|(name, value)| (Cow::Borrowed(name), value)).into())
}

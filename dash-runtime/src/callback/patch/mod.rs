//! Edits of a prop's present value, which the browser has and the server need not know.
use std::borrow::Cow;
use std::marker::PhantomData;

use dash_components::{Figure, IntoProp, PropValue};
use serde::Serialize;

use super::IntoOutput;

mod kinds;
mod path;
mod place;

pub use kinds::{ListProp, NumberProp};
pub use path::{IntoPath, Key};
pub use place::Place;

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

impl<P: ListProp> Patch<P> {
    /// Puts an item at the end of the list.
    pub fn append(self, item: impl IntoProp<P::Item>) -> Self {
        self.at(()).with_value("Append", item.into_prop())
    }

    /// Puts an item at the start of the list.
    pub fn prepend(self, item: impl IntoProp<P::Item>) -> Self {
        self.at(()).with_value("Prepend", item.into_prop())
    }

    /// Takes the item at a position out of the list; a negative position counts from its end.
    pub fn delete(self, index: i64) -> Self {
        self.at(index).delete()
    }

    /// Turns the list round.
    pub fn reverse(self) -> Self {
        self.at(()).reverse()
    }

    /// Empties the list.
    pub fn clear(self) -> Self {
        self.at(()).clear()
    }
}

#[expect(clippy::should_implement_trait, reason = "these are Dash's names of the edits")]
impl<P: NumberProp> Patch<P> {
    /// Adds to the number.
    pub fn add(self, number: impl IntoProp<P>) -> Self {
        self.at(()).with_value("Add", number.into_prop())
    }

    /// Subtracts from the number.
    pub fn sub(self, number: impl IntoProp<P>) -> Self {
        self.at(()).with_value("Sub", number.into_prop())
    }
}

/// The parts of a figure. A list of 1,000 numbers and more that the server sent is no list to a
/// patch: it travels as a typed array, and is assigned as a whole.
impl Patch<Figure> {
    /// Goes to a trace; a negative index counts from the last one.
    pub fn trace(self, index: i64) -> Place<Figure> {
        self.at(("data", index))
    }

    /// Puts a trace, anything that `serde` can write, behind the others.
    pub fn add_trace(self, trace: impl Serialize) -> Self {
        self.at("data").append(trace)
    }

    /// Goes to the layout.
    pub fn layout(self) -> Place<Figure> {
        self.at("layout")
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

fn object<const N: usize>(entries: [(&'static str, PropValue); N]) -> PropValue {
    PropValue::Map(entries.map(|(name, value)| (Cow::Borrowed(name), value)).into())
}

//! Edits that the type of a prop allows as a whole.
use dash_components::{Figure, IntoProp, Node, OptionValue};
use serde::Serialize;

use super::{Patch, Place};

/// A prop that is a list.
#[diagnostic::on_unimplemented(
    message = "a prop of type `{Self}` is no list that a patch could edit",
    note = "`.at(..)` goes to a list inside the prop's value"
)]
pub trait ListProp {
    /// What an item of it can be made from.
    type Item;
}

#[diagnostic::do_not_recommend]
impl<V: OptionValue> ListProp for Vec<V> {
    type Item = Option<V>;
}

/// Children that are a list: a single child is none.
#[diagnostic::do_not_recommend]
impl ListProp for Node {
    type Item = Self;
}

/// A prop that is a number.
#[diagnostic::on_unimplemented(
    message = "a prop of type `{Self}` is no number that a patch could change",
    note = "`.at(..)` goes to a number inside the prop's value"
)]
pub trait NumberProp {}

macro_rules! numbers {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl NumberProp for $ty {}
    )*};
}

numbers!(u64, Option<u64>, Option<i64>, Option<f64>);

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

//! Which props are lists, and which are numbers: what a patch may do with them as a whole.
use dash_components::{Node, OptionValue};

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

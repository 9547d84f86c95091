//! What every generated suite names, also one in a user's crate; no component has a line of its own here.

pub use std::borrow::Cow;
pub use std::marker::PhantomData;

pub use crate::closed::words;
pub(super) use crate::closed::{Fields, shape, takes_bool};
pub use crate::node::markers;
pub use crate::parameter::{Given, Missing};
pub use crate::scalar::Attr;
pub use crate::scalar::{
    ContentEditable, NumberAsText, Persistence, TextBool, TextOrNumber, Timestamp,
};
pub use crate::{
    AnyValue, Clicks, Component, Element, Figure, IntoNode, IntoProp, Node, OptionValue, Options,
    Prop, PropValue, Stored, Style,
};

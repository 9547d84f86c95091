//! What every generated suite names; no component has a line of its own here.

pub(super) use std::borrow::Cow;
pub(super) use std::marker::PhantomData;

pub(super) use crate::closed::{Fields, shape, takes_bool, words};
pub(super) use crate::node::markers;
pub(super) use crate::parameter::{Given, Missing};
pub(super) use crate::scalar::{
    ContentEditable, NumberAsText, Persistence, TextBool, TextOrNumber, Timestamp,
};
pub(super) use crate::{
    Component, Element, Figure, IntoNode, IntoProp, Node, OptionValue, Options, Prop, PropValue,
    Stored, Style,
};

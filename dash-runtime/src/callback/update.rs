//! What a callback may return for an output: a value, or word that the output stays as it is.
use std::fmt;

use dash_components::{IntoProp, PropValue};

/// A value for an output, or nothing for it.
///
/// # Examples
///
/// ```
/// # use dash_runtime::Update;
/// fn shout(text: Option<String>) -> Update<String> {
///     text.map_or(Update::Skip, |text| Update::Set(text.to_uppercase()))
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update<T> {
    /// The output gets this value.
    Set(T),
    /// The output stays as it is.
    Skip,
}

impl<T> From<Option<T>> for Update<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Skip, Self::Set)
    }
}

/// The output stays as it is; as the whole return value, all of them do. Source: `dash.no_update`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoUpdate;

/// An error that is none: all outputs stay as they are. Source: `dash.exceptions.PreventUpdate`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PreventUpdate;

impl fmt::Display for PreventUpdate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no output is to be updated")
    }
}

impl std::error::Error for PreventUpdate {}

/// What a callback can give to an output of the type `P`.
///
/// `Kind` tells plain values from [`Patch`](crate::Patch), [`Update`] and [`NoUpdate`]; it is always inferred.
#[diagnostic::on_unimplemented(
    message = "this callback gives a `{Self}` to an output of type `{P}`",
    label = "expected a value for a prop of type `{P}`",
    note = "return the prop's type, something that converts into it, or `Update<..>` to be able to skip it"
)]
pub trait IntoOutput<P, Kind = Plain> {
    /// The value on its way to the page; `None` leaves the output alone.
    fn into_output(self) -> Option<PropValue>;
}

/// A plain value.
#[derive(Debug)]
pub struct Plain;

/// A value that may be absent.
#[derive(Debug)]
pub struct Optional<Kind>(std::marker::PhantomData<Kind>);

/// No value at all.
#[derive(Debug)]
pub struct Absent;

#[diagnostic::do_not_recommend]
impl<P, T: IntoProp<P>> IntoOutput<P, Plain> for T {
    fn into_output(self) -> Option<PropValue> {
        Some(self.into_prop())
    }
}

#[diagnostic::do_not_recommend]
impl<P, Kind, T: IntoOutput<P, Kind>> IntoOutput<P, Optional<Kind>> for Update<T> {
    fn into_output(self) -> Option<PropValue> {
        match self {
            Self::Set(value) => value.into_output(),
            Self::Skip => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<P> IntoOutput<P, Absent> for NoUpdate {
    fn into_output(self) -> Option<PropValue> {
        None
    }
}

/// What a callback can give to an output with `ALL`: one value for each component, in the page's order.
#[diagnostic::on_unimplemented(
    message = "this callback gives a `{Self}` to an output of several components",
    label = "`ALL` takes a `Vec`, one value of type `{P}` for each component",
    note = "return `Update<Vec<..>>` to be able to skip them all"
)]
pub trait IntoListOutput<P, Kind = Plain> {
    /// The values on their way to the page; `None` leaves all the components alone.
    fn into_list(self) -> Option<Vec<PropValue>>;
}

#[diagnostic::do_not_recommend]
impl<P, T: IntoProp<P>> IntoListOutput<P, Plain> for Vec<T> {
    fn into_list(self) -> Option<Vec<PropValue>> {
        Some(self.into_iter().map(IntoProp::into_prop).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<P, Kind, T: IntoListOutput<P, Kind>> IntoListOutput<P, Optional<Kind>> for Update<T> {
    fn into_list(self) -> Option<Vec<PropValue>> {
        match self {
            Self::Set(values) => values.into_list(),
            Self::Skip => None,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<P> IntoListOutput<P, Absent> for NoUpdate {
    fn into_list(self) -> Option<Vec<PropValue>> {
        None
    }
}

//! The steps of a generated `prepare`: read a parameter from a prop, extract one, write an output.
use std::marker::PhantomData;

use dash_components::{Dependency, FromProp, Prop, PropValue};
use serde_json::value::RawValue;

use super::{CallbackDef, CallbackError, CallbackOptions, IntoOutput, Placement};
use crate::{Context, FromContext};

/// The values of a request, inputs first, then states; already held against the definition.
#[derive(Debug)]
pub struct Args<'a>(std::slice::Iter<'a, Option<&'a RawValue>>);

impl<'a> Args<'a> {
    /// Values in wiring order; `None` where the page has no value.
    pub(crate) fn new(values: &'a [Option<&'a RawValue>]) -> Self {
        Self(values.iter())
    }
}

/// Why a request never reached the user's fn.
#[derive(Debug)]
pub enum Rejection {
    /// A value could not be read as the parameter's type.
    Value {
        /// The prop it came for.
        prop: Dependency,
        /// What was wrong with it.
        reason: String,
    },
    /// An extractor failed.
    Extractor(String),
}

/// A prop as the source of a parameter.
#[derive(Debug)]
pub struct From<P>(Prop<P>);

/// Starts to read the parameter that is wired to `prop`.
pub const fn from<P>(prop: Prop<P>) -> From<P> {
    From(prop)
}

impl<P> From<P> {
    /// Reads the next value as the parameter's type.
    ///
    /// # Errors
    ///
    /// - The value does not decode.
    pub fn read<T: FromProp<P>>(self, args: &mut Args<'_>) -> Result<T, Rejection> {
        let json = args.0.next().copied().flatten().map_or("null", RawValue::get);
        crate::wire::decode(json).map_err(|reason| Rejection::Value {
            prop: self.0.dependency(),
            reason: reason.to_string(),
        })
    }
}

/// A prop as the target of a returned value.
#[derive(Debug)]
pub struct To<P>(PhantomData<Prop<P>>);

/// Starts to write the value for the output `prop`.
pub const fn to<P>(_prop: Prop<P>) -> To<P> {
    To(PhantomData)
}

impl<P> To<P> {
    /// The value on its way to the page; `None` leaves the output alone.
    pub fn write<T: IntoOutput<P, Kind>, Kind>(self, value: T) -> Option<PropValue> {
        value.into_output()
    }
}

/// Extracts a parameter that is not wired.
///
/// # Errors
///
/// - The extractor fails.
pub fn extract<T: FromContext>(context: &Context) -> Result<T, Rejection> {
    T::from_context(context).map_err(Rejection::Extractor)
}

/// The error with which a callback failed.
#[diagnostic::on_unimplemented(
    message = "a callback cannot fail with a `{Self}`",
    label = "not an error that converts into `Box<dyn Error + Send + Sync>`",
    note = "implement `std::error::Error` for it, or return `Result<_, String>`"
)]
pub trait Failure {
    /// The error as the runtime keeps it.
    fn into_error(self) -> CallbackError;
}

#[diagnostic::do_not_recommend]
impl<E: Into<Box<dyn std::error::Error + Send + Sync>>> Failure for E {
    fn into_error(self) -> CallbackError {
        CallbackError::from(self)
    }
}

/// Turns the user's error into the runtime's.
pub fn failed<E: Failure>(error: E) -> CallbackError {
    error.into_error()
}

/// What a wrong `#[callback]` leaves behind, so that the rest of the program can still be checked.
pub const BROKEN_CALLBACK: CallbackDef = CallbackDef {
    name: "",
    outputs: &[],
    inputs: &[],
    states: &[],
    options: CallbackOptions {
        circular: false,
        prevent_initial_call: false,
        placement: Placement::Measured,
        cancel: false,
    },
    requires: &[],
    prepare: |_, _| Err(Rejection::Extractor(String::new())),
};

//! The steps of a generated `prepare`, but those that ask whether a type fits its prop.
use dash_components::{Dependency, FromProp, Prop, PropValue};
use serde_json::value::RawValue;

use super::{CallbackDef, CallbackError, CallbackOptions, OutputValues, Placement};

/// The values of a request, already held against the definition.
#[derive(Debug)]
pub struct Args<'a> {
    /// Those of the inputs that are not read yet.
    pub inputs: Values<'a>,
    /// Those of the states that are not read yet.
    pub states: Values<'a>,
}

/// The values of one clause, in its order.
#[derive(Debug)]
pub struct Values<'a>(std::slice::Iter<'a, Value<'a>>);

/// What a request has for one input or state.
#[derive(Debug)]
#[cfg_attr(not(feature = "server"), allow(dead_code, reason = "only the server makes one"))]
pub(crate) enum Value<'a> {
    /// The value of one component; `None` where the page has none.
    One(Option<&'a RawValue>),
    /// The values of the components that fit a pattern.
    Many(Vec<Option<&'a RawValue>>),
}

#[cfg(feature = "server")]
impl<'a> Args<'a> {
    /// Values in wiring order, those of `inputs` first.
    pub(crate) fn new(values: &'a [Value<'a>], inputs: usize) -> Self {
        let (inputs, states) = values.split_at(inputs);
        Self { inputs: Values(inputs.iter()), states: Values(states.iter()) }
    }
}

impl<'a> Values<'a> {
    pub(super) fn one(&mut self) -> Option<&'a RawValue> {
        match self.0.next() {
            Some(Value::One(value)) => *value,
            _ => None,
        }
    }

    pub(super) fn many(&mut self) -> &'a [Option<&'a RawValue>] {
        match self.0.next() {
            Some(Value::Many(values)) => values,
            _ => &[],
        }
    }
}

pub(super) fn decode<P, T: FromProp<P>>(
    prop: Prop<P>,
    value: Option<&RawValue>,
) -> Result<T, Rejection> {
    crate::wire::decode(value.map_or("null", RawValue::get)).map_err(|reason| {
        let Dependency { id, property, .. } = prop.dependency();
        Rejection::Value { prop: format!("{id}.{property}"), reason: reason.to_string() }
    })
}

/// Why a request never reached the user's fn.
#[derive(Debug)]
pub enum Rejection {
    /// A value could not be read as the parameter's type.
    Value {
        /// The prop it came for.
        prop: String,
        /// What was wrong with it.
        reason: String,
    },
    /// An extractor failed.
    Extractor(String),
}

/// The values of a callback.
pub fn outputs<const N: usize>(values: [Option<PropValue>; N]) -> OutputValues {
    values.into()
}

/// What a callback can fail with: all that converts into `Box<dyn Error + Send + Sync>`.
#[diagnostic::on_unimplemented(
    message = "a callback cannot fail with a `{Self}`",
    label = "not an error that converts into `Box<dyn Error + Send + Sync>`",
    note = "implement `std::error::Error` for it, or return `Result<_, String>`"
)]
pub trait IntoCallbackError {
    /// The error as the runtime keeps it.
    fn into_error(self) -> CallbackError;
}

#[diagnostic::do_not_recommend]
impl<E: Into<Box<dyn std::error::Error + Send + Sync>>> IntoCallbackError for E {
    fn into_error(self) -> CallbackError {
        CallbackError::from(self)
    }
}

/// Stands for the call of a callback that the browser runs: it has the types of one.
///
/// # Panics
///
/// - Always; the server knows no such callback by name, and calls none.
pub fn in_browser<A, R>(_arguments: A) -> R {
    panic!("the browser runs this callback")
}

/// What a wrong `#[callback]` leaves behind, so that the rest of the program can still be checked.
pub const BROKEN_CALLBACK: CallbackDef = CallbackDef {
    name: "",
    module: "",
    outputs: &[],
    inputs: &[],
    states: &[],
    client: None,
    running: &[],
    on_error: None,
    background: None,
    endpoint: None,
    options: CallbackOptions {
        circular: false,
        prevent_initial_call: false,
        placement: Placement::Measured,
        cancel: false,
        websocket: false,
        stream: false,
    },
    requires: &[],
    prepare: |_, _| Err(Rejection::Extractor(String::new())),
};

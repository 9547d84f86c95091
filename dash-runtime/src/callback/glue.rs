//! The steps of a generated `prepare` that need a word of their own when a type does not fit.
use dash_components::{Dependency, FromProp, IntoProp, Prop, PropValue};
use serde_json::value::RawValue;

use super::{
    CallbackDef, CallbackError, CallbackOptions, IntoListOutput, IntoOutput, Job, OutputValues,
    Placement,
};

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
    fn one(&mut self) -> Option<&'a RawValue> {
        match self.0.next() {
            Some(Value::One(value)) => *value,
            _ => None,
        }
    }

    fn many(&mut self) -> &'a [Option<&'a RawValue>] {
        match self.0.next() {
            Some(Value::Many(values)) => values,
            _ => &[],
        }
    }
}

fn decode<P, T: FromProp<P>>(prop: Prop<P>, value: Option<&RawValue>) -> Result<T, Rejection> {
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

/// What a callback can take from a prop of the type `P`: all that is [`FromProp<P>`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take a prop of type `{P}`",
    label = "the prop wired here has type `{P}`",
    note = "parameters follow the order of `input(..)`, then `state(..)`; `Json<T>` reads any prop into a type of your own"
)]
pub trait Parameter<P>: Sized {
    /// Reads the next value, which came for `prop`.
    ///
    /// # Errors
    ///
    /// - The value does not decode.
    fn read(prop: Prop<P>, values: &mut Values<'_>) -> Result<Self, Rejection>;
}

#[diagnostic::do_not_recommend]
impl<P, T: FromProp<P>> Parameter<P> for T {
    fn read(prop: Prop<P>, values: &mut Values<'_>) -> Result<Self, Rejection> {
        decode(prop, values.one())
    }
}

/// What a callback can take from a prop of all the components that fit a pattern: a `Vec`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot take the props of several components",
    label = "`ALL` and `ALLSMALLER` give a `Vec`, one value of type `{P}` for each component"
)]
pub trait ListParameter<P>: Sized {
    /// Reads the next list, which came for `prop`.
    ///
    /// # Errors
    ///
    /// - A value does not decode.
    fn read(prop: Prop<P>, values: &mut Values<'_>) -> Result<Self, Rejection>;
}

impl<P, T: FromProp<P>> ListParameter<P> for Vec<T> {
    fn read(prop: Prop<P>, values: &mut Values<'_>) -> Result<Self, Rejection> {
        values.many().iter().map(|value| decode(prop, *value)).collect()
    }
}

/// A prop of all the components that fit a pattern, as the source of a parameter.
#[derive(Debug)]
pub struct Sources<P>(pub Prop<P>);

impl<P> Sources<P> {
    /// Reads the next list as the parameter's type.
    ///
    /// # Errors
    ///
    /// - A value does not decode.
    pub fn read<T: ListParameter<P>>(self, values: &mut Values<'_>) -> Result<T, Rejection> {
        T::read(self.0, values)
    }
}

/// A prop as the source of a parameter; its type is known before the parameter's.
#[derive(Debug)]
pub struct Source<P>(pub Prop<P>);

impl<P> Source<P> {
    /// Reads the next value as the parameter's type.
    ///
    /// # Errors
    ///
    /// - The value does not decode.
    pub fn read<T: Parameter<P>>(self, values: &mut Values<'_>) -> Result<T, Rejection> {
        T::read(self.0, values)
    }
}

/// A prop as the target of a value; its type is known before the value's.
#[derive(Debug)]
pub struct Target<P>(pub Prop<P>);

impl<P> Target<P> {
    /// The value on its way to the page; `None` leaves the output alone.
    pub fn write<T: IntoOutput<P, Kind>, Kind>(self, value: T) -> Option<PropValue> {
        value.into_output()
    }

    /// A value that the prop has for a time.
    pub fn hold<T: IntoProp<P>>(self, value: T) -> PropValue {
        value.into_prop()
    }
}

/// A prop of all the components that fit a pattern, as the target of values.
#[derive(Debug)]
pub struct Targets<P>(pub Prop<P>);

impl<P> Targets<P> {
    /// The values on their way to the page, one for each component; `None` leaves them all alone.
    pub fn write<T: IntoListOutput<P, Kind>, Kind>(self, values: T) -> Option<PropValue> {
        values.into_list().map(PropValue::List)
    }
}

/// A job that is run.
pub fn now(call: impl FnOnce() -> Result<OutputValues, CallbackError> + Send + 'static) -> Job {
    Job::Sync(Box::new(call))
}

/// A job that is awaited.
pub fn later(
    call: impl Future<Output = Result<OutputValues, CallbackError>> + Send + 'static,
) -> Job {
    Job::Async(Box::pin(call))
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
    key: 0,
    outputs: &[],
    inputs: &[],
    states: &[],
    client: None,
    running: &[],
    options: CallbackOptions {
        circular: false,
        prevent_initial_call: false,
        placement: Placement::Measured,
        cancel: false,
    },
    requires: &[],
    prepare: |_, _| Err(Rejection::Extractor(String::new())),
};

//! Fns of Rust in the place of callbacks that the browser runs.
use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answer::{Answer, Failure};
use super::ids::Id;

/// What a browser would run, by the values of a request.
#[derive(Clone)]
pub(super) struct StandIn(Arc<dyn Fn(&[Value]) -> Result<Value, String> + Send + Sync>);

impl StandIn {
    pub(super) fn new<Arguments, F: BrowserFn<Arguments>>(function: F) -> Self {
        Self(Arc::new(move |values| function.call(values)))
    }

    /// Answers a request.
    pub(super) fn answer(&self, body: &Value, is_multi: bool) -> Result<Answer, Failure> {
        let values: Vec<Value> = ["inputs", "state"]
            .iter()
            .flat_map(|clause| body[clause].as_array().into_iter().flatten().map(value))
            .collect();
        let result = (self.0)(&values).map_err(Failure::new)?;
        let results = if is_multi { items(result) } else { vec![result] };
        let outputs =
            if is_multi { items(body["outputs"].clone()) } else { vec![body["outputs"].clone()] };
        let mut answer = Answer::default();
        for (output, result) in outputs.iter().zip(results) {
            match output {
                Value::Array(outputs) => {
                    let pairs = outputs.iter().zip(items(result));
                    answer.response.extend(pairs.filter_map(|(output, value)| set(output, value)));
                }
                output => answer.response.extend(set(output, result)),
            }
        }
        Ok(answer)
    }
}

impl fmt::Debug for StandIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StandIn")
    }
}

fn set(output: &Value, value: Value) -> Option<(Id, Vec<(String, Value)>)> {
    let property = output["property"].as_str()?.to_owned();
    Some((Id::of(&output["id"])?, vec![(property, value)]))
}

/// The value of a reading, or the values of a list of them.
fn value(reading: &Value) -> Value {
    match reading {
        Value::Array(readings) => readings.iter().map(value).collect(),
        reading => reading["value"].clone(),
    }
}

fn items(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        one => vec![one],
    }
}

/// A fn in the place of one that the browser runs: its parameters are read from the values of inputs
/// and states, and what it returns is written to the output; to several, a tuple.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in for a callback that the browser runs",
    note = "its parameters are inputs, then states, that `serde` can read; what it returns, `serde` can write"
)]
pub trait BrowserFn<Arguments>: Send + Sync + 'static {
    /// Reads the values, and calls the fn.
    ///
    /// # Errors
    ///
    /// - A value cannot be read, or the result cannot be written; the text says which.
    #[doc(hidden)]
    fn call(&self, values: &[Value]) -> Result<Value, String>;
}

macro_rules! browser_fn {
    ($($argument:ident)*) => {
        impl<F, R, $($argument),*> BrowserFn<($($argument,)*)> for F
        where
            F: Fn($($argument),*) -> R + Send + Sync + 'static,
            R: Serialize,
            $($argument: DeserializeOwned),*
        {
            #[allow(non_snake_case, unused_mut, unused_variables, reason = "a fn without parameters")]
            fn call(&self, values: &[Value]) -> Result<Value, String> {
                let mut values = values.iter();
                let mut place = 0;
                $(
                    place += 1;
                    let value = values.next().cloned().unwrap_or_default();
                    let $argument = serde_json::from_value(value)
                        .map_err(|error| format!("value {place} of its stand-in cannot be read: {error}"))?;
                )*
                let result = self($($argument),*);
                serde_json::to_value(result)
                    .map_err(|error| format!("what its stand-in returns cannot be written: {error}"))
            }
        }
    };
}

browser_fn!();
browser_fn!(A);
browser_fn!(A B);
browser_fn!(A B C);
browser_fn!(A B C D);
browser_fn!(A B C D E);
browser_fn!(A B C D E G);

//! The type of props of which a schema tells no more than that they take JSON.
use serde::Serialize;

use crate::{IntoProp, PropValue};

/// The type of a prop that takes any JSON; a callback reads it as `Json<T>` of a type of its own.
///
/// Generated suites have it where their schema names an object, a mix of types or nothing at all.
/// The prop takes whatever `serde` can write, a `Node` among it.
///
/// # Examples
///
/// ```
/// # use dash_components::{AnyValue, FromProp, IntoProp, Json};
/// let value = IntoProp::<AnyValue>::into_prop(["a", "b"]);
/// assert_eq!(serde_json::to_value(&value).unwrap(), serde_json::json!(["a", "b"]));
///
/// let json = serde_json::json!(["a", "b"]);
/// let Json(read): Json<Vec<String>> = FromProp::<AnyValue>::from_prop(json).unwrap();
/// assert_eq!(read, ["a", "b"]);
/// ```
#[derive(Debug)]
pub enum AnyValue {}

#[diagnostic::do_not_recommend]
impl<T: Serialize> IntoProp<AnyValue> for T {
    fn into_prop(self) -> PropValue {
        PropValue::json(&self)
    }
}

//! JSON from the network becomes typed values here, and nowhere else.
use dash_components::FromProp;

/// Reads JSON text as a value of a prop of the type `P`.
pub(crate) fn decode<P, T: FromProp<P>>(json: &str) -> Result<T, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let value = T::from_prop(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

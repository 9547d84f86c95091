//! A Plotly figure as a value of `Graph.figure`: written once, as JSON.
mod column;
mod json;
mod probe;
#[cfg(test)]
mod tests;
mod typed;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

#[cfg(feature = "plotly")]
use crate::IntoProp;
use crate::{PropType, PropValue};
use typed::Typed;

/// A Plotly figure: `data`, `layout` and `frames`, written as JSON once.
///
/// Made from a `plotly::Plot` (feature `plotly`), or from anything `serde` can write. The configuration
/// of a plot is no part of its figure: it is `Graph.config`.
#[derive(Debug, Clone)]
pub struct Figure(PropValue);

impl Figure {
    /// A figure from its traces and its layout, each anything that `serde` can write.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_components::Figure;
    /// # use serde_json::json;
    /// let figure = Figure::new(
    ///     &[json!({"type": "bar", "x": ["Jan", "Feb"], "y": [3, 5]})],
    ///     &json!({"title": {"text": "Revenue"}}),
    /// );
    /// ```
    pub fn new(data: &impl Serialize, layout: &impl Serialize) -> Self {
        Self::of(&Parts { data, layout, frames: None::<()> })
    }

    fn of(figure: &impl Serialize) -> Self {
        match json::write(&Typed(figure)) {
            Ok(json) => Self(PropValue::Written(json)),
            Err(error) => Self(PropValue::Unwritable(error.to_string().into())),
        }
    }

    /// The figure as JSON text; none where `serde` could not write it.
    ///
    /// # Examples
    ///
    /// ```
    /// # use dash_components::Figure;
    /// assert_eq!(Figure::default().to_json().unwrap(), r#"{"data":[],"layout":{}}"#);
    /// ```
    pub fn to_json(&self) -> Option<String> {
        match &self.0 {
            PropValue::Written(json) => Some(json.text()),
            PropValue::Json(json) => Some(json.get().to_owned()),
            _ => None,
        }
    }
}

/// What a figure may have; Dash refuses any other key.
#[derive(Serialize)]
struct Parts<'a, D, L, F> {
    data: &'a D,
    layout: &'a L,
    #[serde(skip_serializing_if = "Option::is_none")]
    frames: Option<F>,
}

impl Default for Figure {
    fn default() -> Self {
        let no_traces: [(); 0] = [];
        Self::new(&no_traces, &serde_json::Map::new())
    }
}

impl PropType for Figure {
    fn decode<'de, D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let json = Option::<Box<RawValue>>::deserialize(value)?;
        Ok(json.map_or_else(Self::default, |json| Self(PropValue::Json(json))))
    }

    fn encode(self) -> PropValue {
        self.0
    }
}

#[cfg(feature = "plotly")]
impl From<plotly::Plot> for Figure {
    fn from(plot: plotly::Plot) -> Self {
        Self::of(&Parts { data: plot.data(), layout: plot.layout(), frames: plot.frames() })
    }
}

#[cfg(feature = "plotly")]
#[diagnostic::do_not_recommend]
impl IntoProp<Figure> for plotly::Plot {
    fn into_prop(self) -> PropValue {
        Figure::from(self).encode()
    }
}

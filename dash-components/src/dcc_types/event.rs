//! What a graph reports of the pointer: points that were clicked, hovered or selected.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::Timestamp;
use crate::closed::object;

object!(ClickData, HoverData, SelectedData, ClickAnnotationData);

/// The points under a click.
///
/// # Examples
///
/// ```
/// # use dash_components::dcc::ClickData;
/// fn picked(click: Option<ClickData>) -> String {
///     let point = click.and_then(|click| click.points.into_iter().next());
///     match point.and_then(|point| point.x) {
///         Some(x) => format!("You clicked {x}"),
///         None => "Click a point".to_owned(),
///     }
/// }
/// assert_eq!(picked(None), "Click a point");
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ClickData {
    /// The points, nearest first; one for each trace where the graph compares traces on hover.
    #[serde(default)]
    pub points: Vec<Point>,
    /// Where the pointer is on each x axis: only with `clickanywhere` or `hoveranywhere` in the layout.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub xvals: Vec<PlotValue>,
    /// Where the pointer is on each y axis: only with `clickanywhere` or `hoveranywhere` in the layout.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yvals: Vec<PlotValue>,
    /// When the click was; it makes a second click on the same point news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
}

/// The points under the pointer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct HoverData {
    /// The points, nearest first; one for each trace where the graph compares traces on hover.
    #[serde(default)]
    pub points: Vec<Point>,
    /// Where the pointer is on each x axis: only with `clickanywhere` or `hoveranywhere` in the layout.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub xvals: Vec<PlotValue>,
    /// Where the pointer is on each y axis: only with `clickanywhere` or `hoveranywhere` in the layout.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yvals: Vec<PlotValue>,
}

/// The points inside a box or a lasso.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SelectedData {
    /// The points inside, of all traces.
    #[serde(default)]
    pub points: Vec<Point>,
    /// The corners of the box: for each axis (`x`, `y`, `x2`, …) its two ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<std::collections::BTreeMap<String, Vec<PlotValue>>>,
    /// The outline of the lasso: for each axis (`x`, `y`, `x2`, …) one value a corner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lasso_points: Option<std::collections::BTreeMap<String, Vec<PlotValue>>>,
}

/// The annotation that was clicked; Plotly reports those with `captureevents`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ClickAnnotationData {
    /// The annotation's place in `layout.annotations`, from 0.
    pub index: Option<u64>,
    /// The annotation as the layout has it.
    #[serde(default)]
    pub annotation: Value,
    /// When the click was; it makes a second click on the same annotation news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Timestamp>,
}

/// One point of a trace.
///
/// Plotly sends other fields for other kinds of traces: what is not sent is `None`. Fields that are
/// not listed here can be read with [`Json`](crate::Json) into a type of your own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Point {
    /// The trace's place in `figure.data`, from 0.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub curve_number: Option<u64>,
    /// The point's place in its trace, from 0. None where a place is more than one number.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub point_number: Option<u64>,
    /// The same as `point_number`; Plotly sends both.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub point_index: Option<u64>,
    /// The places of all points in a bin, for histograms.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub point_numbers: Option<Vec<u64>>,
    /// The value on the x axis.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub x: Option<PlotValue>,
    /// The value on the y axis.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub y: Option<PlotValue>,
    /// The value on the z axis, or the value of a cell of a heatmap.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub z: Option<PlotValue>,
    /// The slice's name, for pies and the like.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub label: Option<PlotValue>,
    /// The slice's value, for pies and the like.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub value: Option<PlotValue>,
    /// The slice's share of the whole, from 0 to 1.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub percent: Option<f64>,
    /// The point's latitude in degrees, for maps.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// The point's longitude in degrees, for maps.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// The area's name, for maps.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub location: Option<PlotValue>,
    /// The distance from the centre, for polar charts.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub r: Option<PlotValue>,
    /// The angle, for polar charts.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub theta: Option<PlotValue>,
    /// The point's own text.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub text: Option<PlotValue>,
    /// The text shown when the pointer is over the point.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub hovertext: Option<PlotValue>,
    /// The point's own id.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub id: Option<PlotValue>,
    /// What the trace's `customdata` holds for the point: anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customdata: Option<Value>,
    /// Where the point is drawn in the page.
    #[serde(deserialize_with = "lenient", skip_serializing_if = "Option::is_none")]
    pub bbox: Option<BoundingBox>,
}

/// A rectangle in the page, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct BoundingBox {
    /// The left edge.
    pub x0: f64,
    /// The right edge.
    pub x1: f64,
    /// The top edge.
    pub y0: f64,
    /// The bottom edge.
    pub y1: f64,
}

/// A value on an axis: a number, or text such as a category or a date.
///
/// # Examples
///
/// ```
/// # use dash_components::dcc::PlotValue;
/// let x = PlotValue::Text("2024-01-31 12:30".to_owned());
/// assert_eq!(x.as_date().unwrap().to_string(), "2024-01-31");
/// assert_eq!(x.as_f64(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum PlotValue {
    /// A number.
    Number(f64),
    /// A category's name, or a date such as `2024-01-31` or `2024-01-31 12:30`.
    Text(String),
    /// True or false.
    Bool(bool),
}

impl PlotValue {
    /// The number, where it is one.
    pub const fn as_f64(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The text, where it is some: a category's name or a date.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The day, where it is a date with or without a time.
    pub fn as_date(&self) -> Option<NaiveDate> {
        let text = self.as_str()?;
        let day =
            text.get(..10).filter(|_| matches!(text.as_bytes().get(10), None | Some(b' ' | b'T')));
        day?.parse().ok()
    }
}

impl std::fmt::Display for PlotValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
            Self::Bool(value) => value.fmt(f),
        }
    }
}

impl Serialize for PlotValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bool(value) => serializer.serialize_bool(*value),
        }
    }
}

/// A field of one point, or `None` where a kind of trace sends something else, such as row and
/// column for the number of a heatmap's cell. One odd field must not cost the callback the rest.
fn lenient<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    value: D,
) -> Result<Option<T>, D::Error> {
    Value::deserialize(value).map(|value| T::deserialize(value).ok())
}

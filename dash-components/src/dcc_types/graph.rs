//! What a graph reports of itself, what can be added to its traces, and how it moves.
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, SerializeSeq, Serializer};
use serde_json::{Map, Value};

use super::PlotValue;
use crate::PropValue;
use crate::closed::{Fields, object, shape, words};

object!(RelayoutData, RestyleData, ExtendData);
shape!(AnimationOptions);

/// What changed in a figure's layout: the attributes by their paths, such as `xaxis.range[0]`.
///
/// # Examples
///
/// ```
/// # use dash_components::dcc::{PlotValue, RelayoutData};
/// fn zoomed(change: Option<RelayoutData>) -> String {
///     match change.and_then(|change| change.range("xaxis")) {
///         Some((from, to)) => format!("{from} to {to}"),
///         None => "all".to_owned(),
///     }
/// }
/// assert_eq!(zoomed(None), "all");
/// ```
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct RelayoutData(Map<String, Value>);

impl RelayoutData {
    /// The new value of the attribute at `path`, such as `dragmode`.
    pub fn get(&self, path: &str) -> Option<&Value> {
        self.0.get(path)
    }

    /// The ends to which an axis was zoomed or moved; `axis` is `xaxis`, `yaxis`, `xaxis2`, ….
    ///
    /// `None` where this change was about something else.
    pub fn range(&self, axis: &str) -> Option<(PlotValue, PlotValue)> {
        let whole = self.get(&format!("{axis}.range"));
        let end = |at: usize| {
            let one = self.get(&format!("{axis}.range[{at}]"));
            PlotValue::deserialize(one.or_else(|| whole?.get(at))?).ok()
        };
        Some((end(0)?, end(1)?))
    }

    /// Whether an axis went back to the range that its data needs, as after a double click.
    pub fn is_autorange(&self, axis: &str) -> bool {
        self.get(&format!("{axis}.autorange")).and_then(Value::as_bool).unwrap_or(false)
    }
}

/// What changed in a figure's traces: the attributes by their paths, and the traces they are of.
///
/// A click on an entry of the legend changes `visible`.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
pub struct RestyleData(Map<String, Value>, Vec<u64>);

impl RestyleData {
    /// The new values of the attribute at `path`, such as `visible`: a list with one for each of
    /// the traces.
    pub fn get(&self, path: &str) -> Option<&Value> {
        self.0.get(path)
    }

    /// The places of the traces in `figure.data`, from 0.
    pub fn traces(&self) -> &[u64] {
        &self.1
    }
}

/// Points to add to traces that a graph shows already.
///
/// For each attribute there is one column a trace. The graph fails to take it where their numbers
/// differ, so writing it fails first, and says which attribute it is.
///
/// # Examples
///
/// ```
/// # use dash_components::dcc::{ExtendData, Graph};
/// // Two points for the first trace, which keeps its last 500.
/// let points = ExtendData::new([0]).values("x", [[11, 12]]).values("y", [[0.4, 0.7]]).max_points(500);
/// let graph = Graph::new().extend_data(points).build();
/// let json = serde_json::to_string(&graph).unwrap();
/// assert!(json.contains(r#"[{"x":[[11,12]],"y":[[0.4,0.7]]},[0],500]"#));
/// ```
#[derive(Debug, Clone, Default)]
pub struct ExtendData {
    traces: Vec<usize>,
    columns: Vec<(String, Vec<PropValue>)>,
    max_points: Option<usize>,
}

impl ExtendData {
    /// Nothing to add yet to the traces at these places of `figure.data`, from 0.
    pub fn new(traces: impl IntoIterator<Item = usize>) -> Self {
        Self { traces: traces.into_iter().collect(), ..Self::default() }
    }

    /// Values of an attribute, such as `x` or `marker.color`: one column for each of the traces.
    pub fn values<C: Serialize>(
        mut self,
        attribute: impl Into<String>,
        columns: impl IntoIterator<Item = C>,
    ) -> Self {
        let columns = columns.into_iter().map(|column| PropValue::json(&column)).collect();
        self.columns.push((attribute.into(), columns));
        self
    }

    /// How many points each trace keeps; those at the other end go. Default: all.
    pub fn max_points(self, points: usize) -> Self {
        Self { max_points: Some(points), ..self }
    }
}

impl Serialize for ExtendData {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let traces = self.traces.len();
        if let Some((attribute, columns)) = self.columns.iter().find(|(_, c)| c.len() != traces) {
            let columns = columns.len();
            return Err(serde::ser::Error::custom(format!(
                "`{attribute}` has {columns} columns for {traces} traces to extend"
            )));
        }
        let columns: std::collections::BTreeMap<_, _> =
            self.columns.iter().map(|(a, c)| (a, c)).collect();
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(&columns)?;
        list.serialize_element(&self.traces)?;
        if let Some(points) = self.max_points {
            list.serialize_element(&points)?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for ExtendData {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        type Columns = std::collections::BTreeMap<String, Vec<Value>>;

        #[derive(serde::Deserialize)]
        #[serde(untagged)]
        enum Found {
            Kept(Columns, Vec<usize>, usize),
            All(Columns, Vec<usize>),
            First(Columns),
        }

        let (columns, traces, max_points) =
            match Found::deserialize(value).map_err(D::Error::custom)? {
                Found::Kept(columns, traces, points) => (columns, traces, Some(points)),
                Found::All(columns, traces) => (columns, traces, None),
                Found::First(columns) => (columns, vec![0], None),
            };
        let json = |column: &Value| PropValue::json(column);
        let columns =
            columns.iter().map(|(a, c)| (a.clone(), c.iter().map(json).collect())).collect();
        Ok(Self { traces, columns, max_points })
    }
}

/// How a graph moves from one figure to the next, where `animate` is on.
///
/// # Examples
///
/// ```
/// # use dash_components::dcc::{AnimationOptions, Graph};
/// let slow = AnimationOptions::new().transition(1500, "linear");
/// let graph = Graph::new().animate(true).animation_options(slow);
/// ```
#[derive(Debug, Clone, Default)]
pub struct AnimationOptions(Fields);

impl AnimationOptions {
    /// Nothing set yet: what is left out is as Plotly has it.
    pub const fn new() -> Self {
        Self(Fields::new())
    }

    /// How long each frame stays, in milliseconds, and whether the whole plot is drawn again for
    /// it, which some kinds of traces need. Source: `dcc.Graph.animation_options.frame`.
    pub fn frame(self, duration: u32, redraw: bool) -> Self {
        self.set("frame", [("duration", duration.into()), ("redraw", redraw.into())])
    }

    /// How long the change takes, in milliseconds, and how its speed develops: `linear`,
    /// `cubic-in-out`, `bounce-out`, …. Source: `dcc.Graph.animation_options.transition`.
    pub fn transition(self, duration: u32, easing: &str) -> Self {
        self.set("transition", [("duration", duration.into()), ("easing", easing.into())])
    }

    /// What happens to changes that are still under way. Default: `AfterAll`.
    /// Source: `dcc.Graph.animation_options.mode`.
    pub fn mode(mut self, mode: AnimationMode) -> Self {
        self.0.set("mode", crate::OptionValue::encode(&mode));
        self
    }

    fn set(mut self, name: &'static str, fields: [(&'static str, PropValue); 2]) -> Self {
        let fields = fields.into_iter().map(|(name, value)| (name.into(), value)).collect();
        self.0.set(name, PropValue::Map(fields));
        self
    }
}

words! {
    /// What an animation does about one that is still under way.
    pub enum AnimationMode {
        /// It starts at once; the other stops where it is.
        Immediate = "immediate",
        /// It starts when the frame that is shown has had its time.
        Next = "next",
        /// It starts when all frames before it have had their time.
        AfterAll = "afterall",
    }
}

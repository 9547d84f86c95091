//! What a graph reports of itself, and what can be added to its traces.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::PlotValue;
use crate::closed::object;

object!(RelayoutData, RestyleData, ExtendData);

/// What changed in a figure's layout: the attributes by their paths, such as `xaxis.range[0]`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RelayoutData(Map<String, Value>);

impl RelayoutData {
    /// The new value of the attribute at `path`, such as `dragmode`.
    pub fn get(&self, path: &str) -> Option<&Value> {
        self.0.get(path)
    }

    /// The ends that the axis was zoomed or moved to; `axis` is `xaxis`, `yaxis`, `xaxis2`, ….
    pub fn range(&self, axis: &str) -> Option<(PlotValue, PlotValue)> {
        let whole = self.get(&format!("{axis}.range"));
        let end = |at: usize| {
            let one = self.get(&format!("{axis}.range[{at}]"));
            PlotValue::deserialize(one.or_else(|| whole?.get(at))?).ok()
        };
        Some((end(0)?, end(1)?))
    }

    /// Whether the axis went back to the range that its data needs.
    pub fn is_autorange(&self, axis: &str) -> bool {
        self.get(&format!("{axis}.autorange")).and_then(Value::as_bool).unwrap_or(false)
    }
}

/// What changed in a figure's traces: the attributes by their paths, and the traces they are of.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RestyleData(Map<String, Value>, Vec<u64>);

impl RestyleData {
    /// The new values of the attribute at `path`, such as `visible`: one for each of the traces.
    pub fn get(&self, path: &str) -> Option<&Value> {
        self.0.get(path)
    }

    /// The places of the traces in `figure.data`, from 0.
    pub fn traces(&self) -> &[u64] {
        &self.1
    }
}

/// Points to add to the traces that a graph shows already.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExtendData(Value);

//! Which chart bundle the layout's figures need: the smallest that draws all their traces.
use dash_components::Node;
use serde::Deserialize;

use super::front_end::Plotly;

/// The traces that the bundle `cartesian` draws beside those of `basic`.
const CARTESIAN: [&str; 9] = [
    "box",
    "heatmap",
    "histogram",
    "histogram2d",
    "histogram2dcontour",
    "contour",
    "scatterternary",
    "violin",
    "image",
];

/// The bundle for the charts of a layout; none, where it has no chart.
///
/// A chart whose figure comes later is taken to be a basic one.
pub(super) fn needed(layout: &Node) -> Option<Plotly> {
    let mut needed = None;
    layout.walk(&mut |element| {
        if (element.namespace(), element.kind()) != ("dash_core_components", "Graph") {
            return;
        }
        let figure = element.get("figure").and_then(|figure| serde_json::to_string(figure).ok());
        let figure = figure.and_then(|json| serde_json::from_str::<Option<Figure>>(&json).ok());
        let traces = figure.flatten().unwrap_or_default().data;
        let bundles = traces.iter().map(|trace| bundle(trace.kind.as_deref()));
        needed = needed.max(Some(bundles.max().unwrap_or(Plotly::Basic)));
    });
    needed
}

/// The part of a figure that tells what draws it.
#[derive(Deserialize, Default)]
struct Figure {
    #[serde(default)]
    data: Vec<Trace>,
}

#[derive(Deserialize)]
struct Trace {
    #[serde(rename = "type")]
    kind: Option<String>,
}

fn bundle(trace: Option<&str>) -> Plotly {
    match trace {
        None | Some("scatter" | "bar" | "pie") => Plotly::Basic,
        Some(kind) if CARTESIAN.contains(&kind) => Plotly::Cartesian,
        Some(_) => Plotly::Full,
    }
}

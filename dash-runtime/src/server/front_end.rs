//! The front end as the crate `dash-js` embeds it; this file alone knows that crate.
use dash_components::Node;

use super::fixed::Fixed;

pub(super) use self::embedded::BUILD;

/// The bundles of the chart library, small to large; each draws what the one before draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Plotly {
    Basic,
    Cartesian,
    Full,
}

/// A file of the front end, by the name it is asked for; it never changes under that name.
pub(super) fn file(name: &str) -> Option<Fixed> {
    embedded::file(name)
}

/// The files that a page with this layout loads, by name.
#[derive(Debug, Default)]
pub(super) struct Needs {
    /// The script that starts the page.
    pub(super) entry: Option<&'static str>,
    /// Modules to be loaded along with it.
    pub(super) modules: Vec<&'static str>,
    /// Stylesheets.
    pub(super) styles: Vec<&'static str>,
    /// The chart library.
    pub(super) plotly: Option<&'static str>,
}

impl Needs {
    /// What the entry and the components of `layout` need, each once.
    pub(super) fn of(layout: &Node, plotly: Option<Plotly>) -> Self {
        let mut needs = embedded::entry();
        needs.plotly = plotly.and_then(embedded::plotly);
        layout.walk(&mut |element| {
            let Some((scripts, styles)) = embedded::chunk(element.namespace(), element.kind())
            else {
                return;
            };
            add(&mut needs.modules, scripts);
            add(&mut needs.styles, styles);
        });
        needs
    }
}

fn add(names: &mut Vec<&'static str>, more: &'static [&'static str]) {
    for name in more {
        if !names.contains(name) {
            names.push(name);
        }
    }
}

/// A program without the front end: pages have the data, and nothing that shows it.
mod embedded {
    use super::{Fixed, Needs, Plotly};

    pub(in super::super) const BUILD: &str = "none";

    pub(super) fn file(_name: &str) -> Option<Fixed> {
        None
    }

    pub(super) fn entry() -> Needs {
        Needs::default()
    }

    pub(super) fn plotly(_bundle: Plotly) -> Option<&'static str> {
        None
    }

    type Files = &'static [&'static str];

    pub(super) fn chunk(_namespace: &str, _kind: &str) -> Option<(Files, Files)> {
        None
    }
}

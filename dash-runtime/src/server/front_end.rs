//! The front end as the crate `dash-js` embeds it; this file alone knows that crate.
use dash_components::Node;

use super::fixed::Fixed;
use super::foreign::Suites;
use super::plotly;

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

/// The script that holds the socket of all pages of a browser.
pub(super) fn worker() -> Option<&'static str> {
    embedded::worker()
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
    /// What the entry and the built-in components of `layout` need, each once.
    pub(super) fn of(layout: &Node, suites: &Suites) -> Self {
        let mut needs = embedded::entry();
        if !suites.replace("dash_core_components") {
            needs.plotly = plotly::needed(layout).and_then(embedded::plotly);
        }
        layout.walk(&mut |element| {
            if suites.replace(element.namespace()) {
                return;
            }
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

type Files = &'static [&'static str];

fn add(names: &mut Vec<&'static str>, more: Files) {
    for name in more {
        if !names.contains(name) {
            names.push(name);
        }
    }
}

/// The front end as `dash-js` holds it.
#[cfg(feature = "front-end")]
mod embedded {
    use axum::body::Bytes;

    use super::{Files, Fixed, Needs, Plotly};
    use crate::server::fixed::FOREVER;

    pub(in super::super) const BUILD: &str = dash_js::BUILD;

    pub(super) fn file(name: &str) -> Option<Fixed> {
        let asset = dash_js::asset(name)?;
        let coded = |bytes: &'static [u8]| (!bytes.is_empty()).then(|| Bytes::from_static(bytes));
        Some(Fixed {
            content_type: asset.mime,
            cache_control: FOREVER,
            // A large file is kept in its codings alone, and is seldom asked for without one.
            plain: coded(asset.raw).unwrap_or_default(),
            br: coded(asset.br),
            gzip: coded(asset.gz),
        })
    }

    pub(super) fn entry() -> Needs {
        Needs {
            entry: Some(dash_js::ENTRY),
            modules: dash_js::ENTRY_IMPORTS.to_vec(),
            styles: dash_js::ENTRY_STYLES.to_vec(),
            plotly: None,
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "without the front end there is none")]
    pub(super) fn worker() -> Option<&'static str> {
        Some(dash_js::WORKER)
    }

    #[expect(clippy::unnecessary_wraps, reason = "without the front end there is none")]
    pub(super) fn plotly(bundle: Plotly) -> Option<&'static str> {
        Some(match bundle {
            Plotly::Basic => dash_js::PLOTLY_BASIC,
            Plotly::Cartesian => dash_js::PLOTLY_CARTESIAN,
            Plotly::Full => dash_js::PLOTLY_FULL,
        })
    }

    pub(super) fn chunk(namespace: &str, kind: &str) -> Option<(Files, Files)> {
        dash_js::chunk(namespace, kind).map(|chunk| (chunk.scripts, chunk.styles))
    }
}

/// A program without the front end: pages have the data, and nothing that shows it.
#[cfg(not(feature = "front-end"))]
mod embedded {
    use super::{Files, Fixed, Needs, Plotly};

    pub(in super::super) const BUILD: &str = "none";

    pub(super) fn file(_name: &str) -> Option<Fixed> {
        None
    }

    pub(super) fn entry() -> Needs {
        Needs::default()
    }

    pub(super) fn worker() -> Option<&'static str> {
        None
    }

    pub(super) fn plotly(_bundle: Plotly) -> Option<&'static str> {
        None
    }

    pub(super) fn chunk(_namespace: &str, _kind: &str) -> Option<(Files, Files)> {
        None
    }
}

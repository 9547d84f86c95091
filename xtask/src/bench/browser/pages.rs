//! The pages that are loaded, their programs, and their budgets.

use std::path::PathBuf;

use crate::project::target;

/// A page, as an app of ours and as one written by hand; under Dash it is `xtask/apps/python`.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) name: &'static str,
    /// Our program, in the folder of releases.
    program: &'static str,
    pub(super) limits: &'static [Limit],
}

/// How many times what another side takes ours may take.
#[derive(Debug)]
pub(super) struct Limit {
    pub(super) what: What,
    pub(super) beside: &'static str,
    pub(super) ratio: f64,
}

/// A time that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// From the navigation until all of the page is there.
    Ready,
    /// From an input until its outcome is there.
    Input,
}

const fn limit(what: What, beside: &'static str, ratio: f64) -> Limit {
    Limit { what, beside, ratio }
}

pub(super) const PAGES: &[Page] = &[
    Page {
        name: "counter",
        program: "examples/counter",
        limits: &[limit(What::Input, "bare", 1.2)],
    },
    Page {
        name: "sales",
        program: "examples/sales",
        limits: &[
            limit(What::Ready, "bare", 1.25),
            limit(What::Ready, "dash", 0.45),
            limit(What::Input, "bare", 1.2),
        ],
    },
    Page { name: "chain", program: "chain_app", limits: &[limit(What::Input, "bare", 1.2)] },
    Page {
        name: "wide",
        program: "wide_app",
        limits: &[limit(What::Ready, "dash", 0.125), limit(What::Input, "bare", 1.3)],
    },
    Page {
        name: "components",
        program: "components_app",
        limits: &[limit(What::Ready, "dash", 0.1), limit(What::Input, "dash", 0.2)],
    },
    Page { name: "groups", program: "groups_app", limits: &[] },
];

impl Page {
    pub(super) fn ours(&self) -> PathBuf {
        target().join("release").join(self.program)
    }

    pub(super) fn bare(&self) -> PathBuf {
        target().join("release").join(self.name)
    }
}

//! What the compiler knows of an app, and the two traits through which `app!` and `#[callback]` meet.
use dash_components::ViewDef;

use super::cycle::Hop;
use super::faults::Faults;
use super::index::Slot;
use crate::CallbackDef;
use crate::page::PageView;

/// An app as the compiler sees it; `app!` implements it.
pub trait Planned {
    /// What it is made of.
    const PLAN: &'static Plan;
    /// What is wrong with the wires of its callbacks.
    const FAULTS: &'static Faults;
}

/// A callback of the app `A`; `#[callback]` implements it.
pub trait ListedIn<A: Planned, const FAULT: usize> {
    /// Fails to evaluate where the app's fault is at one of the callback's own wires, with the caret
    /// on that wire.
    const WIRES: ();
}

/// What an app is made of, and what the compiler made of that.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// A view of the layout's name, which includes the layout and the views that callbacks insert.
    pub layout: &'static ViewDef,
    /// The pages, in the order listed; last, what is shown where no page is.
    pub pages: &'static [PageView],
    /// The callbacks, in the order listed.
    pub callbacks: &'static [&'static CallbackDef],
    /// Their graph.
    pub graph: Graph,
}

/// The sorted keys of an app, and the order of its callbacks.
#[derive(Debug, Clone, Copy)]
pub struct Graph {
    /// The ids of the layout and of the pages.
    pub ids: &'static [Slot],
    /// The outputs, with the callbacks that write them.
    pub outputs: &'static [Slot],
    /// Where each callback's successors start in `next`; one entry more than callbacks.
    pub first: &'static [u32],
    /// The successors of each callback.
    pub next: &'static [u32],
    /// The callbacks in topological order; those on a cycle are missing.
    pub order: &'static [u32],
    /// How each callback lies on a cycle, if it does.
    pub cycles: &'static [Hop],
}

/// How many ids and outputs an app has.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Ids of the layout and of all pages, those of included views too.
    pub ids: usize,
    /// Outputs of all callbacks.
    pub outputs: usize,
}

impl Sizes {
    /// Counts what the arrays of the graph will hold.
    pub const fn of(layout: &ViewDef, pages: &[PageView], callbacks: &[&CallbackDef]) -> Self {
        let mut outputs = 0;
        let mut at = 0;
        while at < callbacks.len() {
            outputs += callbacks[at].outputs.len();
            at += 1;
        }
        let mut ids = count_ids(layout);
        at = 0;
        while at < pages.len() {
            ids += count_ids(pages[at].view);
            at += 1;
        }
        Self { ids, outputs }
    }
}

const fn count_ids(view: &ViewDef) -> usize {
    let mut count = view.ids.len();
    let mut at = 0;
    while at < view.includes.len() {
        count += count_ids(view.includes[at]);
        at += 1;
    }
    count
}

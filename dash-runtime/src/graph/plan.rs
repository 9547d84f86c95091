//! What the compiler knows of an app, and the two traits through which `app!` and `#[callback]` meet.
use dash_components::ViewDef;

use super::cycle::Hop;
use super::index::Slot;
use crate::CallbackDef;
use crate::page::PageView;

/// An app as the compiler sees it; `app!` implements it.
pub trait Plan {
    /// A view of the layout's name, which includes the layout and the views that callbacks insert.
    const LAYOUT: &'static ViewDef;
    /// The pages, in the order listed; last, what is shown where no page is.
    const PAGES: &'static [PageView];
    /// The callbacks, in the order listed.
    const CALLBACKS: &'static [&'static CallbackDef];
    /// What the compiler made of both.
    const GRAPH: Graph;
    /// The callback from which on places are counted; of a group, its first.
    const FIRST: usize = 0;
}

/// The callback number `AT` of the app `A`, or the group that starts there; `#[callback]` and
/// `callbacks!` implement it.
///
/// Each constant fails to evaluate where one of its wires is wrong, with the caret on that wire.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a callback",
    label = "a fn with `#[callback(..)]` can be listed here"
)]
pub trait ListedIn<A: Plan, const AT: usize> {
    /// The outputs are in the layout, and no other callback writes them.
    const OUTPUTS: ();
    /// The inputs are in the layout, and close no cycle.
    const INPUTS: ();
    /// The states are in the layout, and what is set while the callback runs.
    const STATES: ();
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

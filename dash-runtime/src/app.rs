//! The app as `app!` writes it: a layout, callbacks, and the graph the compiler made of them.
use dash_components::{Node, ViewDef};

use crate::CallbackDef;
#[cfg(feature = "server")]
use crate::graph::has_family;
use crate::graph::{Plan, Slot};
use crate::layout::Layout;

/// A checked app; `app!` makes it.
#[derive(Debug)]
pub struct App {
    /// Where the layout comes from.
    #[doc(hidden)]
    pub layout: Layout,
    /// A view of the layout's name, which includes the layout and what callbacks insert.
    #[doc(hidden)]
    pub view: &'static ViewDef,
    /// The keys of all its ids, sorted.
    #[doc(hidden)]
    pub ids: &'static [Slot],
    /// The callbacks, in the order listed.
    #[doc(hidden)]
    pub callbacks: &'static [&'static CallbackDef],
    /// Where each callback's successors start in `next`; one entry more than callbacks.
    #[doc(hidden)]
    pub first: &'static [u32],
    /// The successors of each callback.
    #[doc(hidden)]
    pub next: &'static [u32],
    /// The callbacks in topological order.
    #[doc(hidden)]
    pub order: &'static [u32],
}

impl App {
    /// The app that `P` describes.
    #[doc(hidden)]
    pub const fn of<P: Plan>(layout: Layout) -> Self {
        let graph = P::GRAPH;
        Self {
            layout,
            view: P::LAYOUT,
            ids: graph.ids,
            callbacks: P::CALLBACKS,
            first: graph.first,
            next: graph.next,
            order: graph.order,
        }
    }
}

#[cfg(feature = "server")]
impl App {
    /// Whether a view of the app declares the id, or the family, with this key.
    pub(crate) fn has_id(&self, key: u64) -> bool {
        self.ids.binary_search_by_key(&key, |slot| slot.key).is_ok()
    }

    /// Whether a view of the app declares a family of this name.
    pub(crate) fn has_family(&self, name: &str) -> bool {
        has_family(self.view, name)
    }
}

/// What a wrong `app!` leaves behind, so that the rest of the program can still be checked.
#[doc(hidden)]
pub const BROKEN_APP: App = App {
    layout: Layout::Once(|| Node::Empty),
    view: &ViewDef { name: "", ids: &[], includes: &[] },
    ids: &[],
    callbacks: &[],
    first: &[0],
    next: &[],
    order: &[],
};

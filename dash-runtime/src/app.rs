//! The app as `app!` writes it: a layout, callbacks, and the graph the compiler made of them.
use dash_components::{Node, ViewDef};

use crate::CallbackDef;
use crate::graph::Plan;
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
            callbacks: P::CALLBACKS,
            first: graph.first,
            next: graph.next,
            order: graph.order,
        }
    }
}

/// What a wrong `app!` leaves behind, so that the rest of the program can still be checked.
#[doc(hidden)]
pub const BROKEN_APP: App = App {
    layout: Layout::Once(|| Node::Empty),
    view: &ViewDef { name: "", ids: &[], includes: &[] },
    callbacks: &[],
    first: &[0],
    next: &[],
    order: &[],
};

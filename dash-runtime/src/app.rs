//! The app as `app!` writes it: a layout, callbacks, and the graph the compiler made of them.
use dash_components::Node;

use crate::CallbackDef;

/// A checked app; `app!` makes it.
#[derive(Debug)]
pub struct App {
    /// Builds the layout.
    #[doc(hidden)]
    pub layout: fn() -> Node,
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

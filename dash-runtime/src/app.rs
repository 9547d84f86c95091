//! The app as `app!` writes it: a layout, callbacks, and the graph the compiler made of them.
use dash_components::{Node, ViewDef};

use crate::CallbackDef;
#[cfg(feature = "server")]
use crate::graph::has_family;
use crate::graph::{Plan, Slot};
use crate::layout::Layout;
use crate::page::PageDef;

/// A checked app; `app!` makes it.
#[derive(Debug)]
pub struct App {
    /// Where the layout comes from.
    #[doc(hidden)]
    pub layout: Layout,
    /// A view of the layout's name, which includes the layout and what callbacks insert.
    #[doc(hidden)]
    pub view: &'static ViewDef,
    /// The keys of all ids, sorted; those of the pages too.
    #[doc(hidden)]
    pub ids: &'static [Slot],
    /// The pages, in the order listed.
    #[doc(hidden)]
    pub pages: &'static [PageDef],
    /// What is shown where no page is, if the app says so.
    #[doc(hidden)]
    pub not_found: Option<&'static PageDef>,
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
    /// The app of this plan.
    #[doc(hidden)]
    pub const fn of(plan: &Plan, layout: Layout) -> Self {
        let graph = plan.graph;
        Self {
            layout,
            view: plan.layout,
            ids: graph.ids,
            pages: &[],
            not_found: None,
            callbacks: plan.callbacks,
            first: graph.first,
            next: graph.next,
            order: graph.order,
        }
    }

    /// The app with these pages.
    #[doc(hidden)]
    pub const fn with_pages(
        self,
        pages: &'static [PageDef],
        not_found: Option<&'static PageDef>,
    ) -> Self {
        Self { pages, not_found, ..self }
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
        let pages = self.pages.iter().chain(self.not_found).map(|page| page.view.view);
        pages.chain([self.view]).any(|view| has_family(view, name))
    }
}

/// What a wrong `app!` leaves behind, so that the rest of the program can still be checked.
#[doc(hidden)]
pub const BROKEN_APP: App = App {
    layout: Layout::Once(|| Node::Empty),
    view: &ViewDef { name: "", key: 0, ids: &[], includes: &[] },
    ids: &[],
    pages: &[],
    not_found: None,
    callbacks: &[],
    first: &[0],
    next: &[],
    order: &[],
};

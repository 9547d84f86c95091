//! What can be wrong with an app of several pages: each is checked with the layout around it, not with the others.
use dash_components::{Dependency, ViewDef, is_family};

use super::check::{Wire, dependency_at};
use super::index::{Slot, find, is_at};
use super::message::Message;
use super::plan::Plan;
use crate::page::PageView;

/// The id of the place for pages.
const CONTAINER: u64 = dash_components::PageContainer::__content.children.dependency().id_key;

impl Message {
    /// The message where an app has pages and its layout no place for them, or the other way round.
    pub const fn for_page_container(plan: &Plan) -> Option<Self> {
        let ids = plan.graph.ids;
        let at = find(ids, CONTAINER);
        let has_place = is_at(ids, at, CONTAINER) && ids[at].owner == 0;
        match (plan.pages.is_empty(), has_place) {
            (false, false) => Some(
                Self::new()
                    .add("the layout `")
                    .add(plan.layout.name)
                    .add("` has no place for pages\n\nhelp: put `<PageContainer/>` into `")
                    .add(plan.layout.name)
                    .add("`"),
            ),
            (true, true) => Some(
                Self::new()
                    .add("the layout `")
                    .add(plan.layout.name)
                    .add("` has a `<PageContainer/>`, and the app no pages\n\nhelp: add `pages: [View at \"/\"]`"),
            ),
            _ => None,
        }
    }

    /// The message for the first id that is twice in the layout and the page number `page`.
    pub const fn for_duplicate_on_page(plan: &Plan, page: usize) -> Option<Self> {
        let PageView { name, view } = plan.pages[page];
        let owner = page as u32 + 1;
        match doubled(view, plan.graph.ids, owner) {
            Some(key) => {
                let start = Self::new().add("the page `").add(name);
                Some(start.duplicate_id(&[plan.layout, view], key))
            }
            None => None,
        }
    }
}

/// The first id of the view that the layout has too, or the page more than once.
const fn doubled(view: &ViewDef, ids: &[Slot], owner: u32) -> Option<u64> {
    let mut at = 0;
    while at < view.ids.len() {
        let key = view.ids[at].key;
        if !is_family(key) {
            let (first, own) = (find(ids, key), find_on(ids, key, owner));
            if ids[first].owner == 0 || is_on(ids, own + 1, key, owner) {
                return Some(key);
            }
        }
        at += 1;
    }
    at = 0;
    while at < view.includes.len() {
        if let Some(key) = doubled(view.includes[at], ids, owner) {
            return Some(key);
        }
        at += 1;
    }
    None
}

impl Wire {
    /// The message where the wire's id is on some page, and that does not suffice.
    pub(super) const fn misplaced(self, plan: &Plan) -> Option<Message> {
        let ids = plan.graph.ids;
        let own = self.dependency(plan);
        let first = find(ids, own.id_key);
        if !is_at(ids, first, own.id_key) || ids[first].owner == 0 {
            return None;
        }
        if ids[first].is_mixed()
            && !is_family(own.id_key)
            && let Some(other) = another_view(ids, first)
        {
            return Some(Message::ambiguous(plan, own, ids[first].owner, other));
        }
        self.apart(plan)
    }

    /// The message where all earlier wires of the callback can be on one page, and not with this one.
    const fn apart(self, plan: &Plan) -> Option<Message> {
        let place = self.place(plan);
        if common_page(plan, self.callback, place + 1).is_some() {
            return None;
        }
        let Some(page) = common_page(plan, self.callback, place) else { return None };
        let ids = plan.graph.ids;
        let own_page = ids[find(ids, self.dependency(plan).id_key)].owner;
        let mut other = 0;
        while other < place {
            let key = dependency_at(plan, self.callback, other).id_key;
            if is_bound(plan, self.callback, other)
                && !is_on(ids, find_on(ids, key, own_page), key, own_page)
            {
                let other = dependency_at(plan, self.callback, other);
                return Some(Message::apart(plan, self, own_page, other, page));
            }
            other += 1;
        }
        None
    }
}

/// A page that has the first `count` wires of a callback, as far as a page must have them; 0 if any will do.
const fn common_page(plan: &Plan, callback: usize, count: usize) -> Option<u32> {
    let ids = plan.graph.ids;
    let mut anchor = 0;
    while anchor < count && !is_bound(plan, callback, anchor) {
        anchor += 1;
    }
    if anchor == count {
        return Some(0);
    }
    let key = dependency_at(plan, callback, anchor).id_key;
    let mut at = find(ids, key);
    while is_at(ids, at, key) {
        if has_all(plan, callback, anchor + 1, count, ids[at].owner) {
            return Some(ids[at].owner);
        }
        at += 1;
    }
    None
}

/// Whether the page has the wires of a callback from `at` to `count` that must be on a page.
const fn has_all(plan: &Plan, callback: usize, mut at: usize, count: usize, page: u32) -> bool {
    let ids = plan.graph.ids;
    while at < count {
        let key = dependency_at(plan, callback, at).id_key;
        if is_bound(plan, callback, at) && !is_on(ids, find_on(ids, key, page), key, page) {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether only some pages have the component of a wire, and the callback cannot do without it.
const fn is_bound(plan: &Plan, callback: usize, at: usize) -> bool {
    let Dependency { id_key, optional, .. } = *dependency_at(plan, callback, at);
    let ids = plan.graph.ids;
    let first = find(ids, id_key);
    !optional && is_at(ids, first, id_key) && ids[first].owner != 0
}

/// The page on which the id at `first` is declared by another view than there.
const fn another_view(ids: &[Slot], first: usize) -> Option<u32> {
    let mut at = first + 1;
    while is_at(ids, at, ids[first].key) {
        if !ids[at].is_of_view(ids[first]) {
            return Some(ids[at].owner);
        }
        at += 1;
    }
    None
}

/// Where the id stands in the sorted slots as one of the page, or would stand.
const fn find_on(ids: &[Slot], key: u64, page: u32) -> usize {
    let (mut low, mut high) = (0, ids.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let Slot { key: own, owner, .. } = ids[middle];
        if own < key || own == key && owner < page {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Whether the slots have at `at` the id as one of the page.
const fn is_on(ids: &[Slot], at: usize, key: u64, page: u32) -> bool {
    is_at(ids, at, key) && ids[at].owner == page
}

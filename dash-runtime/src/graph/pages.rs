//! What can be wrong with an app of several pages: each is checked with the layout around it, not with the others.
use dash_components::{Dependency, ViewDef, is_family};

use super::check::Wire;
use super::index::{Slot, find, is_at};
use super::message::Message;
use super::plan::Plan;
use crate::page::PageView;

/// The id of the place for pages.
const CONTAINER: u64 = dash_components::PageContainer::__content.children.dependency().id_key;

impl Message {
    /// The message where an app has pages and its layout no place for them, or the other way round.
    pub const fn for_page_container<A: Plan>() -> Option<Self> {
        let ids = A::GRAPH.ids;
        let at = find(ids, CONTAINER);
        let has_place = is_at(ids, at, CONTAINER) && ids[at].owner == 0;
        match (A::PAGES.is_empty(), has_place) {
            (false, false) => Some(
                Self::new()
                    .add("the layout `")
                    .add(A::LAYOUT.name)
                    .add("` has no place for pages\n\nhelp: put `<PageContainer/>` into `")
                    .add(A::LAYOUT.name)
                    .add("`"),
            ),
            (true, true) => Some(
                Self::new()
                    .add("the layout `")
                    .add(A::LAYOUT.name)
                    .add("` has a `<PageContainer/>`, and the app no pages\n\nhelp: add `pages: [View at \"/\"]`"),
            ),
            _ => None,
        }
    }

    /// The message for the first id that is twice in the layout and the page number `page`.
    pub const fn for_duplicate_on_page<A: Plan>(page: usize) -> Option<Self> {
        let PageView { name, view } = A::PAGES[page];
        let owner = page as u32 + 1;
        match doubled(view, A::GRAPH.ids, owner) {
            Some(key) => {
                let start = Self::new().add("the page `").add(name);
                Some(start.duplicate_id(&[A::LAYOUT, view], key))
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
    pub(super) const fn misplaced<A: Plan>(self) -> Option<Message> {
        let ids = A::GRAPH.ids;
        let own = self.dependency::<A>();
        let first = find(ids, own.id_key);
        if !is_at(ids, first, own.id_key) || ids[first].owner == 0 {
            return None;
        }
        if ids[first].is_mixed()
            && !is_family(own.id_key)
            && let Some(other) = another_view(ids, first)
        {
            return Some(Message::ambiguous::<A>(own, ids[first].owner, other));
        }
        self.apart::<A>()
    }

    /// The message where all earlier wires of the callback can be on one page, and not with this one.
    const fn apart<A: Plan>(self) -> Option<Message> {
        let place = self.place::<A>();
        if common_page::<A>(self.callback, place + 1).is_some() {
            return None;
        }
        let Some(page) = common_page::<A>(self.callback, place) else { return None };
        let ids = A::GRAPH.ids;
        let own_page = ids[find(ids, self.dependency::<A>().id_key)].owner;
        let mut other = 0;
        while other < place {
            let key = dependency_at::<A>(self.callback, other).id_key;
            if is_bound::<A>(self.callback, other)
                && !is_on(ids, find_on(ids, key, own_page), key, own_page)
            {
                let other = dependency_at::<A>(self.callback, other);
                return Some(Message::apart::<A>(self, own_page, other, page));
            }
            other += 1;
        }
        None
    }

    /// The wire's number among all of the callback's.
    const fn place<A: Plan>(self) -> usize {
        let callback = A::CALLBACKS[self.callback];
        let (outputs, inputs) = (callback.outputs.len(), callback.inputs.len());
        let running = outputs + inputs + callback.states.len();
        let progress = running + callback.running.len();
        self.at
            + match self.clause {
                super::Clause::Output => 0,
                super::Clause::Input => outputs,
                super::Clause::State => outputs + inputs,
                super::Clause::Running => running,
                super::Clause::Shown => progress,
                super::Clause::Cancel => progress + callback.progress().len(),
            }
    }
}

/// The wire of a callback with this number among all of the callback's.
const fn dependency_at<A: Plan>(callback: usize, mut at: usize) -> &'static Dependency {
    let callback = A::CALLBACKS[callback];
    if at < callback.outputs.len() {
        return &callback.outputs[at];
    }
    at -= callback.outputs.len();
    if at < callback.inputs.len() {
        return &callback.inputs[at];
    }
    at -= callback.inputs.len();
    if at < callback.states.len() {
        return &callback.states[at];
    }
    at -= callback.states.len();
    if at < callback.running.len() {
        return &callback.running[at].prop;
    }
    at -= callback.running.len();
    if at < callback.progress().len() {
        return &callback.progress()[at];
    }
    &callback.cancel()[at - callback.progress().len()]
}

/// A page that has the first `count` wires of a callback, as far as a page must have them; 0 if any will do.
const fn common_page<A: Plan>(callback: usize, count: usize) -> Option<u32> {
    let ids = A::GRAPH.ids;
    let mut anchor = 0;
    while anchor < count && !is_bound::<A>(callback, anchor) {
        anchor += 1;
    }
    if anchor == count {
        return Some(0);
    }
    let key = dependency_at::<A>(callback, anchor).id_key;
    let mut at = find(ids, key);
    while is_at(ids, at, key) {
        if has_all::<A>(callback, anchor + 1, count, ids[at].owner) {
            return Some(ids[at].owner);
        }
        at += 1;
    }
    None
}

/// Whether the page has the wires of a callback from `at` to `count` that must be on a page.
const fn has_all<A: Plan>(callback: usize, mut at: usize, count: usize, page: u32) -> bool {
    let ids = A::GRAPH.ids;
    while at < count {
        let key = dependency_at::<A>(callback, at).id_key;
        if is_bound::<A>(callback, at) && !is_on(ids, find_on(ids, key, page), key, page) {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether only some pages have the component of a wire, and the callback cannot do without it.
const fn is_bound<A: Plan>(callback: usize, at: usize) -> bool {
    let Dependency { id_key, optional, .. } = *dependency_at::<A>(callback, at);
    let ids = A::GRAPH.ids;
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

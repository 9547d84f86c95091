//! Families of ids that are the same in the page, though their structs are not: an app has one of them.
use dash_components::{IdDef, ViewDef, are_twins, is_family};

use super::check::Wire;
use super::index::{Slot, find};
use super::message::{Message, is_same};
use super::plan::Plan;

impl Message {
    /// The message where two structs of one name and the same fields give ids to components of the app.
    pub(super) const fn twin_families(plan: &Plan) -> Option<Self> {
        let ids = plan.graph.ids;
        let mut at = 1;
        while at < ids.len() {
            if are_twins(ids[at - 1].key, ids[at].key)
                && let (Some(one), Some(other)) = (in_app(plan, ids[at - 1]), in_app(plan, ids[at]))
            {
                let in_order = is_before(one.home, other.home);
                return Some(if in_order {
                    Self::twins(one, other)
                } else {
                    Self::twins(other, one)
                });
            }
            at += 1;
        }
        None
    }

    const fn twins(one: &IdDef, other: &IdDef) -> Self {
        Self::new()
            .add("the ids of `")
            .family(one)
            .add("` and of `")
            .family(other)
            .add("` are the same in the page\n\nhelp: rename one of the two structs, or one of its fields")
    }

    /// The message where the wire's pattern is of another struct than the ids of the layout.
    pub(super) const fn other_struct(plan: &Plan, wire: Wire) -> Option<Self> {
        let wanted = wire.dependency(plan);
        let Some(pattern) = &wanted.pattern else { return None };
        let ids = plan.graph.ids;
        let after = find(ids, wanted.id_key);
        let twin = if after < ids.len() && are_twins(ids[after].key, wanted.id_key) {
            in_app(plan, ids[after])
        } else if after > 0 && are_twins(ids[after - 1].key, wanted.id_key) {
            in_app(plan, ids[after - 1])
        } else {
            None
        };
        let Some(twin) = twin else { return None };
        Some(
            Self::new()
                .add("`")
                .add(pattern.name)
                .add("` is `")
                .family(&IdDef::family(pattern.name, pattern.names, pattern.family.home))
                .add("` here, and the ids of the layout are those of `")
                .family(twin)
                .add("`\n\nhelp: bring that struct into scope"),
        )
    }

    const fn family(self, family: &IdDef) -> Self {
        self.add(family.home).add("::").add(family.name)
    }
}

/// Whether the text `a` comes before `b`: keys are in no order that a user can see.
const fn is_before(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

/// The family in the layout or on a page that the slot stands for.
const fn in_app(plan: &Plan, slot: Slot) -> Option<&'static IdDef> {
    let page = slot.owner as usize;
    let view = if page == 0 { plan.layout } else { plan.pages[page - 1].view };
    declared(view, slot.key)
}

/// The family with this key, where a view declares it.
const fn declared(view: &ViewDef, key: u64) -> Option<&IdDef> {
    let mut at = 0;
    while at < view.ids.len() {
        if view.ids[at].key == key {
            return Some(&view.ids[at]);
        }
        at += 1;
    }
    at = 0;
    while at < view.includes.len() {
        if let Some(found) = declared(view.includes[at], key) {
            return Some(found);
        }
        at += 1;
    }
    None
}

/// Whether the layout declares a family of this name.
pub(crate) const fn has_family(view: &ViewDef, name: &str) -> bool {
    let mut at = 0;
    while at < view.ids.len() {
        if is_family(view.ids[at].key) && is_same(view.ids[at].name, name) {
            return true;
        }
        at += 1;
    }
    at = 0;
    while at < view.includes.len() {
        if has_family(view.includes[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

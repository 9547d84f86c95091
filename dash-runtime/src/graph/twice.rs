//! Ids that are twice in the layout, or on a page.
use dash_components::{ViewDef, is_family};

use super::message::Message;
use super::plan::Plan;

impl Message {
    /// The message for the first id that occurs twice in the layout, or else for two families that are
    /// the same in the page.
    pub const fn for_duplicate_id(plan: &Plan) -> Option<Self> {
        let ids = plan.graph.ids;
        let mut at = 1;
        while at < ids.len() && !is_family(ids[at].key) {
            if ids[at].key == ids[at - 1].key && ids[at].owner == 0 {
                let start = Self::new().add("the layout `").add(plan.layout.name);
                return Some(start.duplicate_id(&[plan.layout], ids[at].key));
            }
            at += 1;
        }
        Self::twin_families(plan)
    }

    /// Ends a message on an id that occurs twice in the views together.
    pub(super) const fn duplicate_id(self, roots: &[&ViewDef], key: u64) -> Self {
        let (mut views, mut found, mut at) = ([roots[0]; 2], 0, 0);
        while at < roots.len() {
            views_with(roots[at], key, &mut views, &mut found);
            at += 1;
        }
        if views[0].key == views[1].key {
            return self
                .add("` has the view `")
                .add(views[0].name)
                .add("` more than once, and so the id `")
                .add(name_of(views[0], key))
                .add("`\n\nhelp: an id stands for one component of the page: use the view once");
        }
        self.add("` has the id `")
            .add(name_of(views[0], key))
            .add("` twice: in `")
            .add(views[0].name)
            .add("` and in `")
            .add(views[1].name)
            .add("`\n\nhelp: an id stands for one component of the page: rename one of the two")
    }
}

/// Finds the first two views that declare the id; a view that stands in the layout twice counts twice.
const fn views_with<'a>(
    view: &'a ViewDef,
    key: u64,
    views: &mut [&'a ViewDef; 2],
    found: &mut usize,
) {
    if !name_of(view, key).is_empty() && *found < 2 {
        views[*found] = view;
        *found += 1;
    }
    let mut at = 0;
    while at < view.includes.len() {
        views_with(view.includes[at], key, views, found);
        at += 1;
    }
}

/// The id with this key, or nothing where the view itself does not declare it.
const fn name_of(view: &ViewDef, key: u64) -> &'static str {
    let mut at = 0;
    while at < view.ids.len() {
        if view.ids[at].key == key {
            return view.ids[at].name;
        }
        at += 1;
    }
    ""
}

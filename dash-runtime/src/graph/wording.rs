//! What is said of a wire that is wrong.
use dash_components::Dependency;

use super::check::Wire;
use super::families::has_family;
use super::message::{Message, is_same};
use super::plan::Plan;

impl Message {
    pub(crate) const fn missing(plan: &Plan, wire: Wire) -> Self {
        if let Some(message) = Self::other_struct(plan, wire) {
            return message;
        }
        let id = wire.dependency(plan);
        if id.pattern.is_none() && has_family(plan.layout, id.id) {
            return Self::new()
                .add("`")
                .add(id.id)
                .add("` is a family of ids, and this wire says not which of them\n\nhelp: write the fields: `")
                .add(wire.view)
                .add("::")
                .add(id.id)
                .add(" { .. }.")
                .add(id.field)
                .add("`");
        }
        let (where_to, and) = if plan.pages.is_empty() {
            ("the layout `", "` has no id `")
        } else {
            ("neither the layout `", "` nor a page has the id `")
        };
        Self::new()
            .add(where_to)
            .add(plan.layout.name)
            .add(and)
            .add(id.written())
            .add("`, to which `fn ")
            .add(plan.callbacks[wire.callback].name)
            .add("` is wired\n\nhelp: put `<")
            .add(wire.view)
            .add("/>` into `")
            .add(if plan.pages.is_empty() { plan.layout.name } else { plan.pages[0].name })
            .add("`, or list `")
            .add(wire.view)
            .add(if plan.pages.is_empty() { "` in " } else { "` in `pages: [..]`, or in " })
            .add("`also: [..]` if a callback inserts it")
    }

    pub(crate) const fn second_writer(plan: &Plan, wire: Wire, first: usize) -> Self {
        let dependency = wire.dependency(plan);
        let (own, other) = (plan.callbacks[wire.callback].name, plan.callbacks[first].name);
        let (written, help) = if first == wire.callback {
            ("written twice", "\n\nhelp: remove one of the two")
        } else if is_same(own, other) {
            ("already written", "\n\nhelp: list each callback once: a group brings its own with it")
        } else {
            (
                "already written",
                "\n\nhelp: let one callback write it, from the inputs of both, or write `output(allow_duplicate(..))`",
            )
        };
        Self::new()
            .add("`")
            .prop(dependency)
            .add("` is ")
            .add(written)
            .add(" by `fn ")
            .add(other)
            .add("`")
            .add(help)
    }

    pub(crate) const fn only_writer(plan: &Plan, wire: Wire) -> Self {
        Self::new()
            .add("no other callback writes `")
            .prop(wire.dependency(plan))
            .add("`\n\nhelp: remove `allow_duplicate`")
    }

    pub(crate) const fn own_output(plan: &Plan, wire: Wire) -> Self {
        Self::new()
            .add("`")
            .prop(wire.dependency(plan))
            .add("` is both an input and an output of `fn ")
            .add(plan.callbacks[wire.callback].name)
            .add("`\n\nhelp: read it with `state(..)`, or add `circular` if this is meant")
    }

    pub(crate) const fn cycle(plan: &Plan, wire: Wire) -> Self {
        Self::new()
            .add("callback cycle: ")
            .path(plan, wire.callback, wire.callback)
            .add("\n\nhelp: read one of these props with `state(..)` instead of `input(..)`")
    }

    /// `id` is a component of `page`, and another one of the page `other`.
    pub(super) const fn ambiguous(plan: &Plan, id: &Dependency, page: u32, other: u32) -> Self {
        Self::new()
            .add("`")
            .add(id.written())
            .add("` is one component of the page `")
            .add(page_name(plan, page))
            .add("` and another one of `")
            .add(page_name(plan, other))
            .add("`\n\nhelp: rename one of the two: the browser knows a component by its id alone")
    }

    /// The wire is on `page`, while `other` is on `others`.
    pub(super) const fn apart(
        plan: &Plan,
        wire: Wire,
        page: u32,
        other: &Dependency,
        others: u32,
    ) -> Self {
        Self::new()
            .add("`")
            .add(wire.dependency(plan).written())
            .add("` is on the page `")
            .add(page_name(plan, page))
            .add("`, and `")
            .add(other.written())
            .add("` on `")
            .add(page_name(plan, others))
            .add("`: `fn ")
            .add(plan.callbacks[wire.callback].name)
            .add("` would never find both\n\nhelp: wire it to one page and the layout `")
            .add(plan.layout.name)
            .add("`, or keep what it needs of the other page in a `<Store/>` of `")
            .add(plan.layout.name)
            .add("`")
    }

    /// Adds the cycle through `last`, up to the prop by which `at` is called.
    const fn path(self, plan: &Plan, at: usize, last: usize) -> Self {
        let writer = plan.graph.cycles[at].writer as usize;
        let so_far = if writer == last {
            self.prop(called_by(plan, last))
        } else {
            self.path(plan, writer, last)
        };
        so_far.add(" -> [").add(plan.callbacks[writer].name).add("] -> ").prop(called_by(plan, at))
    }
}

/// The page as the user wrote it; they are counted from 1 on.
const fn page_name(plan: &Plan, page: u32) -> &'static str {
    plan.pages[page as usize - 1].name
}

/// The input of `at` that lies on its cycle.
const fn called_by(plan: &Plan, at: usize) -> &'static Dependency {
    &plan.callbacks[at].inputs[plan.graph.cycles[at].input as usize]
}

//! The texts of the graph's errors, put together by the compiler.
use dash_components::{Dependency, ViewDef, is_family};

use super::check::Wire;
use super::plan::Plan;

const CAPACITY: usize = 2048;

/// A text that a constant can put together.
#[derive(Debug, Clone, Copy)]
pub struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
    full: bool,
}

impl Message {
    /// The text.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "the callbacks do not fit together",
        }
    }

    pub(crate) const fn missing<A: Plan>(wire: Wire) -> Self {
        if let Some(message) = Self::other_struct::<A>(wire) {
            return message;
        }
        let id = wire.dependency::<A>();
        if id.pattern.is_none() && has_family(A::LAYOUT, id.id) {
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
        let (where_to, and) = if A::PAGES.is_empty() {
            ("the layout `", "` has no id `")
        } else {
            ("neither the layout `", "` nor a page has the id `")
        };
        Self::new()
            .add(where_to)
            .add(A::LAYOUT.name)
            .add(and)
            .add(id.written())
            .add("`, to which `fn ")
            .add(A::CALLBACKS[wire.callback].name)
            .add("` is wired\n\nhelp: put `<")
            .add(wire.view)
            .add("/>` into `")
            .add(if A::PAGES.is_empty() { A::LAYOUT.name } else { A::PAGES[0].name })
            .add("`, or list `")
            .add(wire.view)
            .add(if A::PAGES.is_empty() { "` in " } else { "` in `pages: [..]`, or in " })
            .add("`also: [..]` if a callback inserts it")
    }

    pub(crate) const fn second_writer<A: Plan>(wire: Wire, first: usize) -> Self {
        let dependency = wire.dependency::<A>();
        let (own, other) = (A::CALLBACKS[wire.callback].name, A::CALLBACKS[first].name);
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

    pub(crate) const fn only_writer<A: Plan>(wire: Wire) -> Self {
        Self::new()
            .add("no other callback writes `")
            .prop(wire.dependency::<A>())
            .add("`\n\nhelp: remove `allow_duplicate`")
    }

    pub(crate) const fn own_output<A: Plan>(wire: Wire) -> Self {
        Self::new()
            .add("`")
            .prop(wire.dependency::<A>())
            .add("` is both an input and an output of `fn ")
            .add(A::CALLBACKS[wire.callback].name)
            .add("`\n\nhelp: read it with `state(..)`, or add `circular` if this is meant")
    }

    pub(crate) const fn cycle<A: Plan>(wire: Wire) -> Self {
        Self::new()
            .add("callback cycle: ")
            .path::<A>(wire.callback, wire.callback)
            .add("\n\nhelp: read one of these props with `state(..)` instead of `input(..)`")
    }

    /// `id` is a component of `page`, and another one of the page `other`.
    pub(super) const fn ambiguous<A: Plan>(id: &Dependency, page: u32, other: u32) -> Self {
        Self::new()
            .add("`")
            .add(id.written())
            .add("` is one component of the page `")
            .add(page_name::<A>(page))
            .add("` and another one of `")
            .add(page_name::<A>(other))
            .add("`\n\nhelp: rename one of the two: the browser knows a component by its id alone")
    }

    /// The wire is on `page`, while `other` is on `others`.
    pub(super) const fn apart<A: Plan>(
        wire: Wire,
        page: u32,
        other: &Dependency,
        others: u32,
    ) -> Self {
        Self::new()
            .add("`")
            .add(wire.dependency::<A>().written())
            .add("` is on the page `")
            .add(page_name::<A>(page))
            .add("`, and `")
            .add(other.written())
            .add("` on `")
            .add(page_name::<A>(others))
            .add("`: `fn ")
            .add(A::CALLBACKS[wire.callback].name)
            .add("` would never find both\n\nhelp: wire it to one page and the layout `")
            .add(A::LAYOUT.name)
            .add("`, or keep what it needs of the other page in a `<Store/>` of `")
            .add(A::LAYOUT.name)
            .add("`")
    }

    /// The message for the first id that occurs twice in the layout, or else for two families that are
    /// the same in the page.
    pub const fn for_duplicate_id<A: Plan>() -> Option<Self> {
        let ids = A::GRAPH.ids;
        let mut at = 1;
        while at < ids.len() && !is_family(ids[at].key) {
            if ids[at].key == ids[at - 1].key && ids[at].owner == 0 {
                let start = Self::new().add("the layout `").add(A::LAYOUT.name);
                return Some(start.duplicate_id(&[A::LAYOUT], ids[at].key));
            }
            at += 1;
        }
        Self::twin_families::<A>()
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

    pub(super) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0, full: false }
    }

    /// Adds `text`; ends where the next piece does not fit.
    pub(super) const fn add(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if self.full || bytes.len() > CAPACITY - self.length {
            self.full = true;
            return self;
        }
        let free = self.bytes.split_at_mut(self.length).1;
        free.split_at_mut(bytes.len()).0.copy_from_slice(bytes);
        self.length += bytes.len();
        self
    }

    /// Adds the cycle through `last`, up to the prop by which `at` is called.
    const fn path<A: Plan>(self, at: usize, last: usize) -> Self {
        let writer = A::GRAPH.cycles[at].writer as usize;
        let so_far = if writer == last {
            self.prop(called_by::<A>(last))
        } else {
            self.path::<A>(writer, last)
        };
        so_far.add(" -> [").add(A::CALLBACKS[writer].name).add("] -> ").prop(called_by::<A>(at))
    }

    const fn prop(self, prop: &Dependency) -> Self {
        self.add(prop.written()).add(".").add(prop.field)
    }
}

/// The page as the user wrote it; they are counted from 1 on.
const fn page_name<A: Plan>(page: u32) -> &'static str {
    A::PAGES[page as usize - 1].name
}

/// The input of `at` that lies on its cycle.
const fn called_by<A: Plan>(at: usize) -> &'static Dependency {
    &A::CALLBACKS[at].inputs[A::GRAPH.cycles[at].input as usize]
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

pub(super) const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

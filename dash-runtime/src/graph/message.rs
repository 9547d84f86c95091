//! The texts of the graph's errors, put together by the compiler.
use dash_components::{Dependency, ViewDef};

use super::check::Wire;
use super::index::find;
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
        Self::new()
            .add("the layout `")
            .add(A::LAYOUT.name)
            .add("` has no id `")
            .add(wire.dependency::<A>().id)
            .add("`, to which `fn ")
            .add(A::CALLBACKS[wire.callback].name)
            .add("` is wired\n\nhelp: put `<")
            .add(wire.view)
            .add("/>` into `")
            .add(A::LAYOUT.name)
            .add("`")
    }

    pub(crate) const fn second_writer<A: Plan>(wire: Wire) -> Self {
        let dependency = wire.dependency::<A>();
        let outputs = A::GRAPH.outputs;
        let first = outputs[find(outputs, dependency.key)].owner as usize;
        let (times, help) = if first == wire.callback {
            ("twice", "\n\nhelp: remove one of the two")
        } else {
            ("already", "\n\nhelp: let one callback write it, from the inputs of both")
        };
        Self::new()
            .add("`")
            .prop(dependency)
            .add("` is ")
            .add(times)
            .add(" written by `fn ")
            .add(A::CALLBACKS[first].name)
            .add("`")
            .add(help)
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
        path::<A>(Self::new().add("callback cycle: "), wire.callback, wire.callback)
            .add("\n\nhelp: read one of these props with `state(..)` instead of `input(..)`")
    }

    /// The message for the first id that occurs twice in the layout.
    pub const fn for_duplicate_id<A: Plan>() -> Option<Self> {
        let ids = A::GRAPH.ids;
        let mut at = 1;
        while at < ids.len() {
            if ids[at].key == ids[at - 1].key {
                return Some(Self::duplicate_id(A::LAYOUT, ids[at].key));
            }
            at += 1;
        }
        None
    }

    const fn duplicate_id(layout: &ViewDef, key: u64) -> Self {
        let name = match name_of(layout, key) {
            Some(name) => name,
            None => "",
        };
        let mut left = 2;
        Self::new()
            .add("the layout `")
            .add(layout.name)
            .add("` has the id `")
            .add(name)
            .add("` twice: in ")
            .views_with(layout, key, &mut left)
            .add("\n\nhelp: an id stands for one component of the page: rename one, or use the view once")
    }

    const fn new() -> Self {
        Self { bytes: [0; CAPACITY], length: 0, full: false }
    }

    /// Adds `text`; ends where the next piece does not fit.
    const fn add(mut self, text: &str) -> Self {
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

    const fn prop(self, prop: &Dependency) -> Self {
        self.add(prop.id).add(".").add(prop.field)
    }

    /// Names the first `left` views that declare the id.
    const fn views_with(mut self, view: &ViewDef, key: u64, left: &mut usize) -> Self {
        if own_name_of(view, key).is_some() && *left > 0 {
            self = self.add(if *left == 1 { "` and in `" } else { "`" }).add(view.name);
            *left -= 1;
            if *left == 0 {
                self = self.add("`");
            }
        }
        let mut at = 0;
        while at < view.includes.len() {
            self = self.views_with(view.includes[at], key, left);
            at += 1;
        }
        self
    }
}

/// The cycle through `last`, up to the prop by which `at` is called.
const fn path<A: Plan>(message: Message, at: usize, last: usize) -> Message {
    let writer = A::GRAPH.cycles[at].writer as usize;
    let message = if writer == last {
        message.prop(called_by::<A>(last))
    } else {
        path::<A>(message, writer, last)
    };
    message.add(" -> [").add(A::CALLBACKS[writer].name).add("] -> ").prop(called_by::<A>(at))
}

/// The input of `at` that lies on its cycle.
const fn called_by<A: Plan>(at: usize) -> &'static Dependency {
    &A::CALLBACKS[at].inputs[A::GRAPH.cycles[at].input as usize]
}

/// The id with this key, where `view` or a view in it declares it.
const fn name_of(view: &ViewDef, key: u64) -> Option<&'static str> {
    if let Some(name) = own_name_of(view, key) {
        return Some(name);
    }
    let mut at = 0;
    while at < view.includes.len() {
        if let Some(name) = name_of(view.includes[at], key) {
            return Some(name);
        }
        at += 1;
    }
    None
}

const fn own_name_of(view: &ViewDef, key: u64) -> Option<&'static str> {
    let mut at = 0;
    while at < view.ids.len() {
        if view.ids[at].key == key {
            return Some(view.ids[at].name);
        }
        at += 1;
    }
    None
}

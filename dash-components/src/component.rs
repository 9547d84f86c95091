//! What every component and every view is: a type with a handle, and the ids it declares.
use core::fmt;
use core::marker::PhantomData;

use crate::{IdDef, Node};

/// A component or a view: anything that can stand as a tag in `view!`.
pub trait Component {
    /// One [`Prop`](crate::Prop) for each prop; what `Sales::region` is.
    type Handle: Copy;
    /// The ids this type declares. A plain component declares none.
    const VIEW: ViewDef = ViewDef { name: "", key: 0, ids: &[], includes: &[] };
    /// The names of what a view is given. A component has props.
    const PARAMETERS: &[&str] = &[];
}

/// The ids of a view, and the views inside it.
#[derive(Debug, Clone, Copy)]
pub struct ViewDef {
    /// The view's name, for messages.
    pub name: &'static str,
    /// The key of its name and module, which tells it from all other views; 0 where it has no ids.
    pub key: u64,
    /// The ids it declares itself.
    pub ids: &'static [IdDef],
    /// The components and views that stand in it as tags.
    pub includes: &'static [&'static ViewDef],
}

/// A built view: markup whose ids `V` declares.
pub struct View<V> {
    node: Node,
    of: PhantomData<fn() -> V>,
}

impl<V> View<V> {
    #[doc(hidden)]
    pub const fn new(node: Node) -> Self {
        Self { node, of: PhantomData }
    }

    /// The tree alone.
    pub fn into_node(self) -> Node {
        self.node
    }
}

impl<V> Clone for View<V> {
    fn clone(&self) -> Self {
        Self::new(self.node.clone())
    }
}

impl<V> fmt::Debug for View<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("View").field(&self.node).finish()
    }
}

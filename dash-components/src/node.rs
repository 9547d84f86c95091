//! The tree: a node, the component in it, and what may stand as a child.
use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::{PropValue, View};

/// A piece of layout: nothing, text, a component, or several of these.
#[derive(Debug, Clone, Default)]
pub enum Node {
    /// Nothing: `null` on the wire.
    #[default]
    Empty,
    /// Text, a number or a bool; shown as React shows it.
    Value(PropValue),
    /// A component.
    Element(Box<Element>),
    /// Several nodes, side by side; flat on the wire.
    Many(Vec<Node>),
}

impl Node {
    /// Several nodes as one.
    pub fn many(nodes: impl IntoIterator<Item = Node>) -> Self {
        Self::Many(nodes.into_iter().collect())
    }

    /// Itself, as `view!` asks of all that a tag builds.
    #[doc(hidden)]
    pub fn into_node(self) -> Self {
        self
    }

    /// Calls `visit` for each component, parents first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Element)) {
        match self {
            Self::Empty => {}
            Self::Value(value) => value.walk(visit),
            Self::Element(element) => {
                visit(element);
                for (_, value) in &element.props {
                    value.walk(visit);
                }
            }
            Self::Many(nodes) => nodes.iter().for_each(|node| node.walk(visit)),
        }
    }

    /// The first component that has this id.
    pub(crate) fn find(&mut self, id: &str) -> Option<&mut Element> {
        match self {
            Self::Empty => None,
            Self::Value(value) => value.find(id),
            Self::Element(element) => {
                if element.has_id(id) {
                    return Some(element);
                }
                element.props.iter_mut().find_map(|(_, value)| value.find(id))
            }
            Self::Many(nodes) => nodes.iter_mut().find_map(|node| node.find(id)),
        }
    }

    /// The node's parts that show something, with nested lists laid flat.
    fn flatten<'a>(&'a self, out: &mut Vec<&'a Node>) {
        match self {
            Self::Many(nodes) => nodes.iter().for_each(|node| node.flatten(out)),
            Self::Empty => {}
            one => out.push(one),
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_unit(),
            Self::Value(value) => value.serialize(serializer),
            Self::Element(element) => element.serialize(serializer),
            Self::Many(_) => {
                let mut flat = Vec::new();
                self.flatten(&mut flat);
                serializer.collect_seq(flat)
            }
        }
    }
}

/// A built component: its type, its suite, and the props the author gave.
#[derive(Debug, Clone)]
pub struct Element {
    kind: &'static str,
    namespace: &'static str,
    props: Vec<(Cow<'static, str>, PropValue)>,
}

impl Element {
    /// A component of type `kind` of the suite `namespace`, without props.
    pub const fn new(namespace: &'static str, kind: &'static str) -> Self {
        Self { kind, namespace, props: Vec::new() }
    }

    /// Sets a prop by its name on the wire; the last value wins.
    pub fn set(&mut self, property: impl Into<Cow<'static, str>>, value: PropValue) {
        let property = property.into();
        match self.props.iter_mut().find(|(name, _)| *name == property) {
            Some((_, old)) => *old = value,
            None => self.props.push((property, value)),
        }
    }

    /// The prop's value, by its name on the wire.
    pub fn get(&self, property: &str) -> Option<&PropValue> {
        self.props.iter().find(|(name, _)| name == property).map(|(_, value)| value)
    }

    fn has_id(&self, id: &str) -> bool {
        matches!(self.get("id"), Some(PropValue::Text(own)) if own == id)
    }

    /// The component's type: `Dropdown`.
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// The suite's name on the wire: `dash_core_components`.
    pub const fn namespace(&self) -> &'static str {
        self.namespace
    }
}

impl Serialize for Element {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("props", &Props(&self.props))?;
        map.serialize_entry("type", self.kind)?;
        map.serialize_entry("namespace", self.namespace)?;
        map.end()
    }
}

struct Props<'a>(&'a [(Cow<'static, str>, PropValue)]);

impl Serialize for Props<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// What may stand as a child: a node, a view, a component, text, a number, a bool,
/// an `Option` of these, or any iterator of these.
///
/// `Kind` tells the single things from the iterators; it is always inferred.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a child of a component",
    label = "not a component, a view, text, a number, a bool, an `Option` or an iterator of these",
    note = "call `.to_string()` on it, or wrap it in a component"
)]
pub trait IntoNode<Kind = markers::One> {
    /// The node it becomes.
    fn into_node(self) -> Node;
}

/// Quoted text of a `view!`.
#[doc(hidden)]
pub const fn text(text: &'static str) -> Node {
    Node::Value(PropValue::Text(Cow::Borrowed(text)))
}

/// The one child of a tag of a `view!`.
#[doc(hidden)]
pub fn child(node: Node) -> Node {
    node
}

/// The kinds of [`IntoNode`].
#[doc(hidden)]
pub mod markers {
    /// One thing.
    #[derive(Debug)]
    pub struct One;
    /// An iterator of things of the kind `K`.
    #[derive(Debug)]
    pub struct Each<K>(core::marker::PhantomData<K>);
}

/// Iterators, and iterators of iterators: for any depth, rustc would look for the kind of a type it
/// does not know without end, and say so wherever a child has a mistake.
macro_rules! iterators {
    ($($kind:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<I> IntoNode<markers::Each<$kind>> for I
        where
            I: IntoIterator,
            I::Item: IntoNode<$kind>,
        {
            fn into_node(self) -> Node {
                Node::Many(self.into_iter().map(IntoNode::into_node).collect())
            }
        }
    )*};
}

iterators!(markers::One, markers::Each<markers::One>, markers::Each<markers::Each<markers::One>>);

#[diagnostic::do_not_recommend]
impl IntoNode<markers::One> for Node {
    fn into_node(self) -> Node {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IntoNode<markers::One> for Element {
    fn into_node(self) -> Node {
        Node::Element(Box::new(self))
    }
}

#[diagnostic::do_not_recommend]
impl<V> IntoNode<markers::One> for View<V> {
    fn into_node(self) -> Node {
        View::into_node(self)
    }
}

macro_rules! leaves {
    ($($ty:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl IntoNode<markers::One> for $ty {
            fn into_node(self) -> Node {
                Node::Value(PropValue::from(self))
            }
        }
    )*};
}

leaves!(String, &str, &String, Cow<'static, str>, char, bool);
leaves!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64);

#[diagnostic::do_not_recommend]
impl IntoNode<markers::One> for () {
    fn into_node(self) -> Node {
        Node::Empty
    }
}

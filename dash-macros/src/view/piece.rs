//! Large pieces of markup that name nothing of their surroundings: each is a fn of its own, since
//! what rustc infers in one body grows faster than the body.
use proc_macro2::{TokenStream, TokenTree};

use super::ast::{Attribute, Element, Node};

/// How many elements make a piece.
const LARGE: usize = 16;

/// Whether the element is such a piece.
pub(super) fn is_piece(element: &Element) -> bool {
    weight(element).is_some_and(|weight| weight >= LARGE)
}

/// How many elements it is, where pieces within it count as one; nothing if it names a variable, or
/// may name one.
fn weight(element: &Element) -> Option<usize> {
    let Element { tag, attributes, children, .. } = element;
    let is_plain = tag.generics.is_none() && !tag.path.is_ident("Self");
    if !is_plain || !attributes.iter().all(is_closed) {
        return None;
    }
    children.iter().try_fold(1, |sum, child| Some(sum + weight_of(child)?))
}

fn weight_of(node: &Node) -> Option<usize> {
    match node {
        Node::Element(element) => {
            weight(element).map(|weight| if weight < LARGE { weight } else { 1 })
        }
        Node::Fragment(nodes) => nodes.iter().try_fold(0, |sum, node| Some(sum + weight_of(node)?)),
        Node::Text(_) => Some(0),
        Node::Value(value) => names_nothing(value).then_some(0),
        Node::For(_) | Node::If(_) | Node::Match(_) => None,
    }
}

fn is_closed(attribute: &Attribute) -> bool {
    match attribute {
        Attribute::Id { .. } => true,
        Attribute::Family { .. } => false,
        Attribute::Prop { value, .. } | Attribute::Dashed { value, .. } => {
            value.as_ref().is_none_or(names_nothing)
        }
    }
}

/// Whether it is made of literals and calls of their methods.
fn names_nothing(value: &TokenStream) -> bool {
    let mut after_dot = false;
    value.clone().into_iter().all(|tree| {
        let was_after_dot = std::mem::replace(&mut after_dot, false);
        match tree {
            TokenTree::Literal(_) => true,
            TokenTree::Group(group) => names_nothing(&group.stream()),
            TokenTree::Ident(name) => {
                name == "true" || name == "false" || was_after_dot && name != "await"
            }
            TokenTree::Punct(mark) => {
                after_dot = mark.as_char() == '.';
                ".,-+*/".contains(mark.as_char())
            }
        }
    })
}

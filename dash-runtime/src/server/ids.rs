//! The ids of a tree that was built: what only the values of their fields can say.
use std::collections::HashSet;

use dash_components::{Node, PropValue};

/// The first id that several components of the tree have, as the page has it.
///
/// The compiler has seen to the plain ids; those of a family are as different as their fields.
pub(super) fn duplicate(node: &Node) -> Option<String> {
    let mut seen = HashSet::new();
    let mut duplicate = None;
    node.walk(&mut |element| {
        let Some(id) = element.get("id").and_then(text) else { return };
        if duplicate.is_none() {
            duplicate = seen.replace(id);
        }
    });
    duplicate
}

fn text(id: &PropValue) -> Option<String> {
    match id {
        PropValue::Text(text) => Some(text.to_string()),
        PropValue::Map(_) => serde_json::to_string(id).ok(),
        _ => None,
    }
}

//! The tags of a view, whose ids are the view's ids too.
use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::ast::{Node, branches};

/// The tags of a view by their texts, each with the number of times it can stand in the page.
pub(super) type Tags = BTreeMap<String, (TokenStream, usize)>;

/// Counts the tags of the nodes, each of which can stand in the page so many times.
///
/// Two is enough to find an id that occurs more than once. Branches exclude each other.
pub(super) fn count(nodes: &[Node], times: usize, tags: &mut Tags) {
    for node in nodes {
        if let Node::Element(element) = node {
            let tag = element.tag.to_token_stream();
            let known = tags.entry(tag.to_string()).or_insert((tag, 0));
            known.1 = 2.min(known.1 + times);
        }
        let times = if matches!(node, Node::For(_)) { 2 } else { times };
        for (text, (tag, times)) in most(&branches(node), times) {
            let known = tags.entry(text).or_insert((tag, 0));
            known.1 = 2.min(known.1 + times);
        }
    }
}

/// For each tag, the branch that has it most often.
fn most(branches: &[&[Node]], times: usize) -> Tags {
    let mut most = Tags::new();
    for branch in branches {
        let mut tags = Tags::new();
        count(branch, times, &mut tags);
        for (text, (tag, times)) in tags {
            let known = most.entry(text).or_insert((tag, 0));
            known.1 = times.max(known.1);
        }
    }
    most
}

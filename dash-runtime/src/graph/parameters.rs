//! What can be wrong with the parameters of a page that its view takes by their names.
use super::message::{Message, is_same};
use crate::page::PageParameters;

impl Message {
    /// The message for the first parameter of the path that the view has not.
    pub const fn for_unknown_parameter(page: &PageParameters) -> Option<Self> {
        let mut at = 0;
        while at < page.given.len() {
            if !contains(page.known, page.given[at]) {
                return Some(Self::unknown_parameter(page, page.given[at]));
            }
            at += 1;
        }
        None
    }

    const fn unknown_parameter(page: &PageParameters, name: &str) -> Self {
        let start = Self::new()
            .add("`")
            .add(page.view)
            .add("` has no parameter `")
            .add(name)
            .add("`, which `")
            .add(page.template)
            .add("` gives it\n\nhelp: ");
        match missing(page) {
            Some(meant) => start.add("write `{").add(meant).add("}` for `{").add(name).add("}`"),
            None => start
                .add("remove `{")
                .add(name)
                .add("}` from the path, or declare it: `view! { ")
                .add(page.view)
                .add(if page.known.is_empty() { "(" } else { "(.., " })
                .add(name)
                .add(": ..) => .. }`"),
        }
    }
}

/// The first parameter of the view that the path does not give.
const fn missing(page: &PageParameters) -> Option<&'static str> {
    let mut at = 0;
    while at < page.known.len() {
        if !contains(page.given, page.known[at]) {
            return Some(page.known[at]);
        }
        at += 1;
    }
    None
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut at = 0;
    while at < names.len() {
        if is_same(names[at], name) {
            return true;
        }
        at += 1;
    }
    false
}

//! Attributes of the user's own stand on what the macros declare: docs, `cfg`, lints.
#![allow(unexpected_cfgs)]
use dash::prelude::*;

view! {
    #[allow(dead_code)]
    Page => <Div><Input id=name/><Div id=greeting/></Div>
}

#[callback(output(Page::greeting.children), input(Page::name.value))]
#[allow(clippy::needless_pass_by_value)]
#[must_use]
fn greet(name: Option<String>) -> Option<String> {
    name
}

/// Never compiled, and so wired to nothing.
#[cfg(no_such_condition)]
#[callback(output(Page::nothing.children), input(Page::name.value))]
fn later(name: Missing) -> Missing {
    name
}

#[callback(output(Page::greeting.title), input(Page::name.value))]
#[cfg(not(no_such_condition))]
fn chosen(name: Option<String>) -> Option<String> {
    name
}

#[callback(output(Page::greeting.title), input(Page::name.value))]
#[cfg(no_such_condition)]
fn chosen(name: Option<String>) -> Option<String> {
    name
}

callbacks! {
    /// What greets.
    #[allow(missing_docs)]
    GREETING: [greet, chosen]
}

app! {
    /// The app.
    #[allow(missing_docs)]
    static APP = { layout: Page, callbacks: [..GREETING] }
}

fn main() {
    assert_eq!(APP.callbacks.len(), 2);
    assert_eq!(greet(None), None);
}

//! What the macros write raises no warning, whatever the crate asks for.
#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub, unused, nonstandard_style)]
#![deny(rust_2018_idioms, unused_qualifications, unused_results, single_use_lifetimes)]
#![forbid(unsafe_code)]

use dash::prelude::*;

view! {
    /// A part.
    pub(crate) Part(title: &str) => <Div>{title}</Div>
}

view! {
    /// The page.
    pub(crate) Page => <Div><Part title={"x"}/><Input id=name/><Div id=greeting/><Div id=unused/></Div>
}

/// Greets.
#[callback(output(Page::greeting.children), input(Page::name.value))]
fn greet(name: Option<String>) -> String {
    name.unwrap_or_default()
}

app! {
    /// The app.
    static APP = { layout: Page, callbacks: [greet] }
}

fn main() {
    assert_eq!(APP.callbacks.len(), 1);
}

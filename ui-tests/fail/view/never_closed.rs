//! a tag is closed once: never
use dash::prelude::*;

view! {
    Page => <Div>
    //~ <Div
        <H1>"Sales"</H1>
}

fn main() {}

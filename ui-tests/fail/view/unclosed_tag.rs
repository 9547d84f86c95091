//! a tag is closed by its own name: inner tag left open
use dash::prelude::*;

view! {
    Page => <Div>
        <H1>"Sales"
    </Div>
    //~ </Div>
}

fn main() {}

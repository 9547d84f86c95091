//! a tag is closed by its own name: another name
use dash::prelude::*;

view! {
    Page => <Div>
        <H1>"Sales"</H2>
        //~ </H2>
    </Div>
}

fn main() {}

use dash::prelude::*;

fn panel() -> Node {
    view! { <Div id=panel>"text"</Div> }
}

fn main() {}

//! an id belongs to a named view: view as an expression
use dash::prelude::*;

fn panel() -> Node {
    view! { <Div id=panel>"text"</Div> }
    //~ panel
}

fn main() {}

//! a tag is closed by its own name: view as an expression
use dash::prelude::*;

fn list(rows: u32) -> Node {
    view! { <Ul>{rows}</Li> }
    //~ </Li>
}

fn main() {}

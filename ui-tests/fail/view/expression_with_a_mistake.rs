use dash::prelude::*;

fn list(rows: u32) -> Node {
    view! { <Ul>{rows}</Li> }
}

fn main() {}

//! a name can be an id: word of Rust
use dash::prelude::*;

view! { Page => <Div id=type/> }
//~ type

fn main() {}

//! a view has a name, an arrow and markup: no name
use dash::prelude::*;

view! { pub => <Div/> }
//~ =

fn main() {}

//! a view has a name, an arrow and markup: no arrow
use dash::prelude::*;

view! { Page = <Div/> }
//~ =

fn main() {}

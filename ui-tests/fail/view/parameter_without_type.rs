//! a parameter of a view has a name and a type: no type
use dash::prelude::*;

view! { Panel(title) => <Div>{title}</Div> }
//~ title

fn main() {}

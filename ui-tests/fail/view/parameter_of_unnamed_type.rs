//! a parameter of a view has a name and a type: impl
use dash::prelude::*;

view! { Panel(rows: impl Iterator<Item = u32>) => <Div>{rows}</Div> }
//~ impl Iterator<Item = u32>

fn main() {}

//! a for or if among markup stands in braces: if
use dash::prelude::*;

view! { Panel(rows: u32) => <Div>if rows > 1 { "many" } else { "one" }</Div> }
//~ if

fn main() {}

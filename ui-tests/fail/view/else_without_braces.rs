//! branches are markup in braces: else
use dash::prelude::*;

view! { Panel(rows: u32) => <Div>{if rows > 1 { "many" } else "one"}</Div> }
//~ "one"

fn main() {}

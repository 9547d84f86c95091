use dash::prelude::*;

view! { Panel(rows: u32) => <Div>if rows > 1 { "many" } else { "one" }</Div> }

fn main() {}

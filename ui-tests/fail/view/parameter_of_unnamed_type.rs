use dash::prelude::*;

view! { Panel(rows: impl Iterator<Item = u32>) => <Div>{rows}</Div> }

fn main() {}

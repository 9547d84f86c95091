use dash::prelude::*;

view! { Panel(rows: u32) => <Div>{match rows { 0 => "none", n => n }}</Div> }

fn main() {}

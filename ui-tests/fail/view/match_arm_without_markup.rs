//! branches are markup in braces: match arm
use dash::prelude::*;

view! { Panel(rows: u32) => <Div>{match rows { 0 => "none", n => n }}</Div> }
//~ n

fn main() {}

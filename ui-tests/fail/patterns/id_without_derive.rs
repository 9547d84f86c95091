//! an id with fields derives DashId: in a view
use dash::prelude::*;

struct Cell {
    row: u32,
}

view! { Sheet => <Div>{for row in 0..3 { <Input id=Cell { row }/> }}</Div> }
//~ Cell

fn main() {}

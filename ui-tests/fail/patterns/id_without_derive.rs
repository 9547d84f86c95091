use dash::prelude::*;

struct Cell {
    row: u32,
}

view! { Sheet => <Div>{for row in 0..3 { <Input id=Cell { row }/> }}</Div> }

fn main() {}

//! a pattern names all fields: rest of an id in a view
use dash::prelude::*;

#[derive(DashId, Default)]
struct Cell {
    row: u32,
    col: u32,
}

view! { Sheet => <Div><Input id=Cell { row: 1, ..Cell::default() }/></Div> }
//~ ..

fn main() {}

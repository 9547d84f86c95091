//! a family has one component: two components
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: u32,
}

view! { Sheet => <Div><Input id=Cell { row: 0 }/><Slider id=Cell { row: 1 }/></Div> }
//~ Cell

fn main() {}

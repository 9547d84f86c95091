//! MATCH is that of an output: state
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: u32,
}

view! { Sheet => <Div><Input id=Cell { row: 0 }/><Button id=total/></Div> }

#[callback(output(Sheet::total.children), input(Sheet::total.n_clicks), state(Sheet::Cell { row: MATCH }.value), unlisted)]
//~ MATCH
fn total(_clicks: u64, value: Option<String>) -> Option<String> {
    value
}

fn main() {}

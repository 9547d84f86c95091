//! ALLSMALLER is smaller than a MATCH: state
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: u32,
}

view! { Sheet => <Div><Input id=Cell { row: 0 }/><Button id=total/></Div> }

#[callback(output(Sheet::total.children), input(Sheet::total.n_clicks), state(Sheet::Cell { row: ALLSMALLER }.value), unlisted)]
//~ ALLSMALLER
fn total(_clicks: u64, values: Vec<Option<String>>) -> String {
    values.into_iter().flatten().collect()
}

fn main() {}

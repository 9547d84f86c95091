//! an output has one writer, unless all say otherwise: patterns of one callback
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: u32,
}

view! { Sheet => <Div><Input id=Cell { row: 0 }/><Button id=clear/></Div> }

#[callback(output(Sheet::Cell { row: ALL }.disabled, Sheet::Cell { row: 0 }.disabled), input(Sheet::clear.n_clicks))]
//~ disabled
fn clear(clicks: u64) -> (Vec<bool>, bool) {
    (Vec::new(), clicks > 0)
}

app! { static APP = { layout: Sheet, callbacks: [clear] } }

fn main() {}

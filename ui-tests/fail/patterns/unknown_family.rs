//! a view has the id: family
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: u32,
}

view! { Sheet => <Div><Input id=Cell { row: 0 }/><Button id=clear/></Div> }

#[callback(output(Sheet::Cel { row: ALL }.disabled), input(Sheet::clear.n_clicks), unlisted)]
//~ Cel
fn clear(clicks: u64) -> Vec<bool> {
    vec![clicks > 0]
}

fn main() {}

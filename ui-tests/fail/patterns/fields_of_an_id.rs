//! fields belong to a family: id
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: u32,
    col: u32,
}

view! {
    Sheet => <Div>
        {for row in 0..3 { <Input id=Cell { row, col: 0 }/> }}
        <Div id=total/>
    </Div>
}

#[callback(output(Sheet::total.children), input(Sheet::total { row: ALL }.n_clicks), unlisted)]
//~ total
fn total(values: Vec<u64>) -> u64 {
    values.into_iter().sum()
}

fn main() {}

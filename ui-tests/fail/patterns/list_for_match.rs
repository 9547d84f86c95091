//! a parameter takes the type of its prop: list for MATCH
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

#[callback(
    output(Sheet::Cell { row: MATCH, col: 1 }.value),
    input(Sheet::Cell { row: MATCH, col: 0 }.value),
    unlisted
)]
fn total(values: Vec<Option<String>>) -> String {
//~ Vec<Option<String>>
    values.into_iter().flatten().collect()
}

fn main() {}

//! outputs have the same MATCH: second output
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
    output(Sheet::Cell { row: MATCH, col: 0 }.disabled, Sheet::total.children),
    //~ total
    input(Sheet::Cell { row: MATCH, col: 0 }.value),
    unlisted
)]
fn total(value: Option<String>) -> (bool, String) {
    (true, value.unwrap_or_default())
}

fn main() {}

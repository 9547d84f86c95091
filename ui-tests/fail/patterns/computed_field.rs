//! a field of a pattern is a literal or a wildcard: expression
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

const FIRST: u32 = 0;

#[callback(output(Sheet::total.children), input(Sheet::Cell { row: ALL, col: FIRST + 1 }.value), unlisted)]
//~ FIRST + 1
fn total(values: Vec<Option<String>>) -> String {
    values.into_iter().flatten().collect()
}

fn main() {}

//! a pattern names all fields: rest
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

#[callback(output(Sheet::total.children), input(Sheet::Cell { row: ALL, .. }.value), unlisted)]
//~ ..
fn total(values: Vec<Option<String>>) -> String {
    values.into_iter().flatten().collect()
}

fn main() {}

//! ALL is a list: parameter
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

#[callback(output(Sheet::total.children), input(Sheet::Cell { row: ALL, col: 0 }.value), unlisted)]
fn total(value: Option<String>) -> String {
//~ Option<String>
    value.unwrap_or_default()
}

fn main() {}

//! a wire to a family names its fields: no fields
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

#[callback(output(Sheet::total.children), input(Sheet::Cell.value))]
//~ Cell
fn total(value: Option<String>) -> String {
    value.unwrap_or_default()
}

app! { static APP = { layout: Sheet, callbacks: [total] } }

fn main() {
    let _ = &APP;
}

//! an output has one writer, unless all say otherwise: patterns that overlap
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

#[callback(output(Sheet::Cell { row: MATCH, col: 0 }.disabled), input(Sheet::Cell { row: MATCH, col: 0 }.value))]
fn one(value: Option<String>) -> bool {
    value.is_some()
}

#[callback(output(Sheet::Cell { row: 2, col: 0 }.disabled), input(Sheet::total.n_clicks))]
//~ disabled
fn second(clicks: u64) -> bool {
    clicks > 0
}

app! { static APP = { layout: Sheet, callbacks: [one, second] } }

fn main() {
    let _ = &APP;
}

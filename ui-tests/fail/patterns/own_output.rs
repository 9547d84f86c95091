//! a callback does not read what it writes: patterns that overlap
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

#[callback(output(Sheet::Cell { row: MATCH, col: 0 }.value), input(Sheet::Cell { row: ALL, col: 0 }.value))]
//~ value
fn echo(values: Vec<Option<String>>) -> String {
    values.into_iter().flatten().collect()
}

app! { static APP = { layout: Sheet, callbacks: [echo] } }

fn main() {
    let _ = &APP;
}

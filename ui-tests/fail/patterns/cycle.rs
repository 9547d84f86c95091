//! callbacks form no cycle: through a pattern
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

#[callback(output(Sheet::total.children), input(Sheet::Cell { row: ALL, col: 0 }.value))]
//~ value
fn total(values: Vec<Option<String>>) -> String {
    values.into_iter().flatten().collect()
}

#[callback(output(Sheet::Cell { row: 2, col: 0 }.value), input(Sheet::total.children))]
fn back(_total: Node) -> String {
    String::new()
}

app! { static APP = { layout: Sheet, callbacks: [total, back] } }

fn main() {
    let _ = &APP;
}

//! ALL is a list: returned
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

#[callback(output(Sheet::Cell { row: ALL, col: 0 }.value), input(Sheet::total.n_clicks), unlisted)]
fn clear(_clicks: u64) -> String {
//~ String
    String::new()
}

fn main() {}

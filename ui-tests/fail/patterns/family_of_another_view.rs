//! an id of a callback is in the layout: pattern
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

view! { Other => <Div><Div id=text/></Div> }

#[callback(output(Other::text.children), input(Sheet::Cell { row: ALL, col: 0 }.value))]
//~ Cell
fn total(values: Vec<Option<String>>) -> String {
    values.into_iter().flatten().collect()
}

app! { static APP = { layout: Other, callbacks: [total] } }

fn main() {
    let _ = &APP;
}

//! an id of a callback is in the layout: struct of another module
use dash::prelude::*;

mod sheet {
    use dash::prelude::*;

    #[derive(DashId)]
    pub struct Cell {
        pub row: u32,
    }

    view! { pub Sheet => <Div>{for row in 0..3 { <Input id=Cell { row }/> }}<Div id=total/></Div> }
}

use sheet::Sheet;

#[derive(DashId)]
struct Cell {
    row: u32,
}

#[callback(output(Sheet::total.children), input(Sheet::Cell { row: ALL }.value))]
//~ Cell
fn total(values: Vec<Option<String>>) -> usize {
    values.len()
}

app! { static APP = { layout: Sheet, callbacks: [total] } }

fn main() {}

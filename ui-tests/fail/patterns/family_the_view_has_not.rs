//! a view has the id: struct of no id in it
use dash::prelude::*;

#[derive(DashId)]
struct Row {
    row: u32,
}

view! { Sheet => <Div><Div id=total/><Button id=clear/></Div> }

#[callback(output(Sheet::total.children), input(Sheet::Row { row: ALL }.value), unlisted)]
//~ Row
fn total(values: Vec<Option<String>>) -> usize {
    values.len()
}

fn main() {
    let _ = Row { row: 0 };
}

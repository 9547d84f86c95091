//! a wire is a path to a prop: id
use dash::prelude::*;

#[derive(DashId)]
struct Row {
    at: u32,
}

view! { Rows => <Div>{for at in 0..3 { <Button id=Row { at }/> }}<Div id=last/></Div> }

#[callback(output(Rows::last.children), input(Rows::Row { at: ALL }.n_clicks), state(Rows::Row { at: ALL }.id), unlisted)]
//~ id
fn remember(clicks: Vec<u64>, ids: Vec<Row>) -> usize {
    clicks.len() + ids.len()
}

fn main() {
    let _ = Row { at: 0 }.at;
}

//! MATCH is that of an output: struct of inputs
use dash::prelude::*;

#[derive(DashId)]
struct Cell {
    row: u32,
}

view! {
    Sheet => <Div>
        {for row in 0..3 { <Input id=Cell { row }/> }}
        <Div id=total/>
    </Div>
}

#[derive(Inputs)]
struct Own {
    #[input(Sheet::Cell { row: MATCH }.value)]
//~ Cell
    value: Option<String>,
}

#[callback(output(Sheet::total.children), input(..Own))]
fn update(own: Own) -> Option<String> {
    own.value
}

app! { static APP = { layout: Sheet, callbacks: [update] } }

fn main() {}

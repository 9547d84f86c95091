//! outputs have the same MATCH: struct of outputs
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

#[derive(Outputs)]
struct Totals {
    #[output(Sheet::Cell { row: MATCH }.value)]
    own: Option<String>,
    #[output(Sheet::total.children)]
//~ total
    all: String,
}

#[callback(output(..Totals), input(Sheet::total.n_clicks))]
fn update(clicks: u64) -> Totals {
    Totals { own: None, all: clicks.to_string() }
}

app! { static APP = { layout: Sheet, callbacks: [update] } }

fn main() {}

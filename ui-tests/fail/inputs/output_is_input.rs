//! a callback does not read what it writes: struct of inputs
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
        <Div id=total/>
    </Div>
}

#[derive(Inputs)]
struct Filters {
    #[input(Sales::region.value)]
//~ value
    region: Option<String>,
    #[state(Sales::year.value)]
    year: Option<f64>,
}

#[callback(output(Sales::total.children, Sales::region.value), input(Sales::total.n_clicks, ..Filters))]
fn update(clicks: u64, filters: Filters) -> (u64, Option<String>) {
    (clicks, filters.region.filter(|_| filters.year.is_some()))
}

app! { static APP = { layout: Sales, callbacks: [update] } }

fn main() {}

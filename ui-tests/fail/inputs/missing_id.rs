//! a view has the id: field of inputs
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
    #[input(Sales::regoin.value)]
//~ regoin
    region: Option<String>,
    #[state(Sales::year.value)]
    year: Option<f64>,
}

#[callback(output(Sales::chart.figure), input(..Filters), unlisted)]
fn update(filters: Filters) -> Figure {
    let _ = (filters.region, filters.year);
    Figure::default()
}

fn main() {}

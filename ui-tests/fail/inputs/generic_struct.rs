//! a callback has concrete types: struct of inputs
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
struct Filters<T> {
//~ <T>
    #[input(Sales::region.value)]
    region: Option<String>,
    #[state(Sales::year.value)]
    year: T,
}

#[callback(output(Sales::chart.figure), input(..Filters<Option<f64>>), unlisted)]
fn update(filters: Filters<Option<f64>>) -> Figure {
    let _ = (filters.region, filters.year);
    Figure::default()
}

fn main() {}

//! each field of a struct of wires has one: two props
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
    region: Option<String>,
    #[state(Sales::year.value, Sales::year.max)]
//~ Sales::year.max
    year: Option<f64>,
}

#[callback(output(Sales::chart.figure), input(..Filters), unlisted)]
fn update(filters: Filters) -> Figure {
    let _ = (filters.region, filters.year);
    Figure::default()
}

fn main() {}

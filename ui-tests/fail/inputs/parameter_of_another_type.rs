//! a parameter takes the type of its prop: struct of inputs
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
    #[state(Sales::year.value)]
    year: Option<f64>,
}

#[callback(output(Sales::chart.figure), input(..Filters), unlisted)]
fn update(region: Option<String>) -> Figure {
//~ Option<String>
    let _ = (region, Filters { region: None, year: None });
    Figure::default()
}

fn main() {}

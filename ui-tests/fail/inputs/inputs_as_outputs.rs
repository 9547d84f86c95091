//! a struct of wires derives its kind: outputs
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

#[callback(output(..Filters), input(Sales::total.n_clicks), unlisted)]
//~ Filters
fn update(_clicks: u64) -> Filters {
    Filters { region: None, year: None }
}

fn main() {}

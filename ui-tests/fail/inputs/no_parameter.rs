//! each prop has a parameter: struct of inputs
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

#[callback(output(Sales::total.children), input(Sales::total.n_clicks, ..Filters), unlisted)]
//~ Filters
fn update(clicks: u64) -> String {
    clicks.to_string()
}

fn main() {
    let filters = Filters { region: None, year: None };
    let _ = (filters.region, filters.year);
}

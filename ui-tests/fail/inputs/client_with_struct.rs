//! a struct of wires stands where it can: client
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

#[callback(output(Sales::total.children), input(..Filters), client = "(region, year) => region", unlisted)]
//~ Filters
fn update(filters: Filters) -> Option<String>;

fn main() {
    let filters = Filters { region: None, year: None };
    let _ = (filters.region, filters.year);
}

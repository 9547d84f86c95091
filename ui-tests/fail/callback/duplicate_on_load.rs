//! the order of writers on load is known: output
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(allow_duplicate(Sales::year.value)), input(Sales::region.value), unlisted)]
//~ allow_duplicate
fn update(region: Option<String>) -> Option<f64> {
    region.map(|_| 2000.0)
}

fn main() {}

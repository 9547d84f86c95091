//! words of an attribute agree: initial_duplicate without allow_duplicate
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.value), input(Sales::region.value), initial_duplicate, unlisted)]
//~ initial_duplicate
fn update(region: Option<String>) -> Option<f64> {
    region.map(|_| 2000.0)
}

fn main() {}

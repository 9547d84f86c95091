//! a duplicate has a reason: output that nothing else writes
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(allow_duplicate(Sales::year.value)), input(Sales::region.value), prevent_initial_call)]
//~ value
fn update(region: Option<String>) -> Option<f64> {
    region.map(|_| 2000.0)
}

app! { static APP = { layout: Sales, callbacks: [update] } }

fn main() {}

//! a client callback is a JavaScript function: a call
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.value), input(Sales::region.value), unlisted, client = years::first())]
//~ years::first()
fn update(region: Option<String>) -> Option<f64>;

fn main() {}

//! a client callback is a JavaScript function: source
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.value), input(Sales::region.value), unlisted, client = "return 2020")]
//~ "return 2020"
fn update(region: Option<String>) -> Option<f64>;

fn main() {}

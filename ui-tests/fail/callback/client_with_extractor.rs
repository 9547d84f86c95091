//! the browser has no extractors: parameter
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.value), input(Sales::region.value), unlisted, client = "r => 1")]
fn update(region: Option<String>, context: Context) -> Option<f64>;
//~ Context

fn main() {}

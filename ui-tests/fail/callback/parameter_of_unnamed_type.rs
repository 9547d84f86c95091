//! a callback has concrete types: parameter
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
fn update(region: impl Into<String>) -> Figure {
//~ impl Into<String>
    let _ = region;
    Figure::default()
}

fn main() {}

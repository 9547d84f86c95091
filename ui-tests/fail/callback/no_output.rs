//! each output has a value: no output
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> Figure {
//~ Figure
    let _ = region;
    Figure::default()
}

fn main() {}

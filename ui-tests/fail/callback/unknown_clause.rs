//! a clause is known: with parentheses
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(outputs(Sales::chart.figure), input(Sales::region.value), unlisted)]
//~ outputs
fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

//! running has a prop and two values: one value
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), running(Sales::year.disabled, true), unlisted)]
//~ Sales::year.disabled, true
fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

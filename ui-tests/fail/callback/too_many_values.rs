//! each output has a value: too many
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure, Sales::year.value), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> (Figure, f64, f64) {
//~ (Figure, f64, f64)
    let _ = region;
    (Figure::default(), 1.0, 2.0)
}

fn main() {}

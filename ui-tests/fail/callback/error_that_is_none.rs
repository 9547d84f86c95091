//! a callback fails with an error: Result
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

struct Failure;

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> Result<Figure, Failure> {
//~ Failure
    region.map(|_| Figure::default()).ok_or(Failure)
}

fn main() {}

//! words of an attribute agree: cancel on a plain fn
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), cancel, unlisted)]
//~ cancel
fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

//! a word stands where it has a meaning: allow_duplicate around an input
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(allow_duplicate(Sales::region.value)), unlisted)]
//~ allow_duplicate
fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

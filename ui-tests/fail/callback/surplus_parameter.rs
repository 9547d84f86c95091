//! a parameter is wired or an extractor: after the inputs
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
fn update(region: Option<String>, rows: Vec<u8>) -> Figure {
//~ Vec<u8>
    let _ = (region, rows);
    Figure::default()
}

fn main() {}

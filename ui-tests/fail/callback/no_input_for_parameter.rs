//! a parameter is wired or an extractor: only parameter
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), unlisted)]
fn update(region: Option<String>) -> Figure {
//~ Option<String>
    let _ = region;
    Figure::default()
}

fn main() {}

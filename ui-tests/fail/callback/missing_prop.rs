//! a component has the prop: output
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figur), input(Sales::region.value), unlisted)]
//~ figur
fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

//! something calls a callback: no input, and not on load
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), prevent_initial_call, unlisted)]
//~ prevent_initial_call
fn update() -> Figure {
    Figure::default()
}

fn main() {}

//! a parameter takes the type of its prop: state
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), state(Sales::year.value), unlisted)]
fn update(region: Option<String>, year: Option<String>) -> Figure {
//~ Option<String>
    let _ = (region, year);
    Figure::default()
}

fn main() {}

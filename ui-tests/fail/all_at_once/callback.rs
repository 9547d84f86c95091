//! all mistakes are shown at once: callback
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figur), input(Sales::regoin.value, Sales::year.value), unlisted)]
//~ regoin
//~ figur
fn update(region: Option<String>, year: Option<String>) -> Figure {
//~ Option<String>
    let _ = (region, year);
    Figure::default()
}

#[callback(outputs(Sales::chart), inputs(region.value), unlisted)]
//~ outputs
//~ Sales::chart
//~ inputs
//~ region.value
fn second(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

//! an output takes what is returned: second output
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure, Sales::year.value), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> (Figure, &'static str) {
//~ &'static str
    let _ = region;
    (Figure::default(), "2025")
}

fn main() {}

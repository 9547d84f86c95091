//! an output takes what is returned: no return type
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) {
//~ update
    let _ = region;
}

fn main() {}

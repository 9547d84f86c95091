//! a place of a patch is edited: returned
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> Patch<Figure> {
    let _ = region;
    Patch::new().trace(0).at("x")
    //~ Patch::new().trace(0).at("x")
}

fn main() {}

//! a prop takes the type of its value: item of a patch
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.marks), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> NoUpdate {
    let _ = Patch::<Vec<f64>>::new().append(region);
    //~ region
    NoUpdate
}

fn main() {}

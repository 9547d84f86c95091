//! a derive stands on its kind of type: outputs on an enum
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
        <Div id=total/>
    </Div>
}

#[derive(Outputs)]
enum Summary {
//~ Summary
    Empty,
}

#[callback(output(..Summary), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> Summary {
    drop(region);
    Summary::Empty
}

fn main() {}

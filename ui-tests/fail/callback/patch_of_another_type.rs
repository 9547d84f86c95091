//! an output takes what is returned: patch
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.value), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> Patch<Figure> {
//~ Patch<Figure>
    Patch::new().layout().at("title").assign(region)
}

fn main() {}

//! an output takes what is returned: client
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.value), input(Sales::region.value), unlisted, client = "r => r")]
fn update(region: Option<String>) -> Option<String>;
//~ Option<String>

fn main() {}

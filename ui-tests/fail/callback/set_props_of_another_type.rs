//! an output takes what is returned: set_props
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(input(Sales::region.value), unlisted)]
fn update(region: Option<String>, context: Context) {
    context.set_props(Sales::year.value, region);
    //~ region
}

fn main() {}

//! a callback does not read what it writes: id
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::region.value), input(Sales::region.value))]
//~ value
fn trim(region: Option<String>) -> Option<String> {
    region.map(|region| region.trim().to_owned())
}

app! { static APP = { layout: Sales, callbacks: [trim] } }

fn main() {}

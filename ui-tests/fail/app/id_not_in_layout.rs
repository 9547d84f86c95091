//! an id of a callback is in the layout: output
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

view! { Other => <Div id=panel/> }

#[callback(output(Other::panel.hidden), input(Sales::region.value))]
//~ panel
fn hide(region: Option<String>) -> bool {
    region.is_none()
}

app! { static APP = { layout: Sales, callbacks: [hide] } }

fn main() {}

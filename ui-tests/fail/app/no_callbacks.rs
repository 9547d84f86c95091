//! an app has a layout and callbacks: no callbacks
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

app! { static APP = { layout: Sales } }
//~ { layout: Sales }

fn main() {}

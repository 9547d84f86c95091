//! a list holds the names of callbacks and groups: a plain fn
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

fn plain() {}

app! { static APP = { layout: Sales, callbacks: [plain] } }
//~ plain

fn main() {}

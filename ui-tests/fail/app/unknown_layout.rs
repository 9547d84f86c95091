//! a name is known: layout
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

app! { static APP = { layout: Salse, callbacks: [] } }
//~ Salse

fn main() {}

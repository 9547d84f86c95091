//! a view has the id: input
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::regoin.value))]
//~ regoin
pub fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

app! { static APP = { layout: Sales, callbacks: [update] } }

fn main() {}

//! an output has one writer, unless all say otherwise: one callback
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.class_name, Sales::chart.class_name), input(Sales::region.value))]
//~ class_name
fn update(region: Option<String>) -> (Option<String>, Option<String>) {
    (region.clone(), region)
}

app! { static APP = { layout: Sales, callbacks: [update] } }

fn main() {}

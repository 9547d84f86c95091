//! an output has one writer, unless all say otherwise: beside a duplicate
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::year.value), input(Sales::region.value), prevent_initial_call)]
fn first(region: Option<String>) -> Option<f64> {
    region.map(|_| 2000.0)
}

#[callback(output(allow_duplicate(Sales::year.value)), input(Sales::region.value), prevent_initial_call)]
fn second(region: Option<String>) -> Option<f64> {
    region.map(|_| 2000.0)
}

#[callback(output(Sales::year.value), input(Sales::region.value), prevent_initial_call)]
//~ value
fn third(region: Option<String>) -> Option<f64> {
    region.map(|_| 2000.0)
}

app! { static APP = { layout: Sales, callbacks: [first, second, third] } }

fn main() {}

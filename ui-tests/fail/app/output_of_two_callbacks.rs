//! an output has one writer, unless all say otherwise: two of a list
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value))]
fn by_region(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

#[callback(output(Sales::chart.figure), input(Sales::year.value))]
//~ figure
fn by_year(year: Option<f64>) -> Figure {
    let _ = year;
    Figure::default()
}

app! { static APP = { layout: Sales, callbacks: [by_region, by_year] } }

fn main() {}

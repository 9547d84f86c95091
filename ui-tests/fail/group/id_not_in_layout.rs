//! an id of a callback is in the layout: callback of a group in a group
use dash::prelude::*;

view! { Other => <Div id=panel/> }

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

#[callback(output(Other::panel.class_name), input(Sales::year.value))]
//~ panel
fn by_year(year: Option<f64>) -> Option<String> {
    year.map(|year| year.to_string())
}

callbacks! { SALES: [by_region, by_year] }
callbacks! { ALL: [..SALES] }

app! { static APP = { layout: Sales, callbacks: [..ALL] } }

fn main() {}

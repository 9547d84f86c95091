//! all mistakes are shown at once: app
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

view! { Other => <Div id=panel/> }

#[callback(output(Other::panel.hidden, Sales::region.value), input(Sales::region.value))]
//~ panel
//~ value
fn hide(region: Option<String>) -> (bool, Option<String>) {
    (region.is_none(), region)
}

#[callback(output(Sales::region.value), input(Sales::year.value))]
//~ value
fn choose(year: Option<f64>) -> Option<String> {
    year.map(|_| "North".to_owned())
}

app! { static APP = { layout: Sales, callbacks: [hide, choose] } }

fn main() {}

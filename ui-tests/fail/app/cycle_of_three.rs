//! callbacks form no cycle: in one list
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.class_name), input(Sales::region.value))]
//~ value
fn mark(region: Option<String>) -> Option<String> {
    region
}

#[callback(output(Sales::year.value), input(Sales::chart.class_name))]
fn count(class_name: Option<String>) -> Option<f64> {
    class_name.map(|name| name.len() as f64)
}

#[callback(output(Sales::region.value), input(Sales::year.max, Sales::year.value))]
fn choose(max: Option<f64>, year: Option<f64>) -> Option<String> {
    (max == year).then(|| "North".to_owned())
}

app! { static APP = { layout: Sales, callbacks: [mark, count, choose] } }

fn main() {}

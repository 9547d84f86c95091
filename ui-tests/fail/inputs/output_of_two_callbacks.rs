//! an output has one writer, unless all say otherwise: struct of outputs
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
        <Div id=total/>
    </Div>
}

#[derive(Outputs)]
struct Summary {
    #[output(Sales::chart.figure)]
    chart: Figure,
    #[output(Sales::total.children)]
//~ children
    total: String,
}

#[callback(output(..Summary), input(Sales::region.value))]
fn twice(region: Option<String>) -> Summary {
    Summary { chart: Figure::default(), total: region.unwrap_or_default() }
}

#[callback(output(Sales::total.children), input(Sales::year.value))]
fn update(year: Option<f64>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

app! { static APP = { layout: Sales, callbacks: [update, twice] } }

fn main() {}

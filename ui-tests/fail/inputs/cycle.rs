//! callbacks form no cycle: struct of inputs
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
        <Div id=total/>
    </Div>
}

#[derive(Inputs)]
struct Filters {
    #[input(Sales::region.value)]
//~ value
    region: Option<String>,
    #[state(Sales::year.value)]
    year: Option<f64>,
}

#[derive(Outputs)]
struct Summary {
    #[output(Sales::chart.style)]
    chart: NoUpdate,
    #[output(Sales::region.value)]
    total: String,
}

#[callback(output(Sales::year.value), input(..Filters))]
fn update(filters: Filters) -> Option<f64> {
    filters.region.and(filters.year)
}

#[callback(output(..Summary), input(Sales::year.value))]
fn twice(year: Option<f64>) -> Summary {
    Summary { chart: NoUpdate, total: format!("{year:?}") }
}

app! { static APP = { layout: Sales, callbacks: [update, twice] } }

fn main() {}

//! an id of a callback is in the layout: struct of inputs
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
        <Div id=total/>
    </Div>
}

view! {
    Panel => <Div>
        <Input id=name/>
    </Div>
}

#[derive(Inputs)]
struct Filters {
    #[input(Panel::name.value)]
//~ name
    region: Option<String>,
    #[state(Sales::year.value)]
    year: Option<f64>,
}

#[callback(output(Sales::chart.figure), input(..Filters))]
fn update(filters: Filters) -> Figure {
    let _ = (filters.region, filters.year);
    Figure::default()
}

#[callback(output(Sales::total.children), input(..Filters))]
fn twice(filters: Filters) -> Option<String> {
    filters.region
}

app! { static APP = { layout: Sales, callbacks: [update, twice] } }

fn main() {}

//! a word stands where it has a meaning: initial_duplicate beside a struct of outputs
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
    total: String,
}

#[callback(output(..Summary), input(Sales::region.value), initial_duplicate)]
//~ initial_duplicate
fn update(region: Option<String>) -> Summary {
    Summary { chart: Figure::default(), total: region.unwrap_or_default() }
}

app! { static APP = { layout: Sales, callbacks: [update] } }

fn main() {}

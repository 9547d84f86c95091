//! an output takes what is returned: field
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
    total: Figure,
//~ Figure
}

#[callback(output(..Summary), input(Sales::region.value), unlisted)]
fn update(_region: Option<String>) -> Summary {
    Summary { chart: Figure::default(), total: Figure::default() }
}

fn main() {}

//! a group has a name, a colon and a list: no colon
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

callbacks! { SALES [by_region] }
//~ [

app! { static APP = { layout: Sales, callbacks: [by_region] } }

fn main() {}

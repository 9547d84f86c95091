//! an id of a callback is in the layout: running
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

view! { Other => <Div id=panel/> }

#[callback(output(Sales::chart.figure), input(Sales::region.value), running(Other::panel.hidden, true, false))]
//~ panel
fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

app! { static APP = { layout: Sales, callbacks: [update] } }

fn main() {}

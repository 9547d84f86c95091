//! a derive stands on its kind of type: inputs on a tuple struct
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
struct Filters(#[input(Sales::region.value)] Option<String>);
//~ Filters

#[callback(output(Sales::chart.figure), input(..Filters), unlisted)]
fn update(filters: Filters) -> Figure {
    let _ = filters.0;
    Figure::default()
}

fn main() {}

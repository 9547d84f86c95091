//! an output takes what is returned: impl Trait
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Graph id=chart/>
        <P id=note/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> impl Clone {
//~ impl Clone
    let _ = region;
    Figure::default()
}

fn main() {}

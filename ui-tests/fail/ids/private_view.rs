//! a view can be seen: input
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

mod pages {
    use dash::prelude::*;

    view! { Filters => <Div><Dropdown id=region options=["North"]/></Div> }
}

#[callback(output(Sales::chart.figure), input(pages::Filters::region.value), unlisted)]
//~ Filters
fn update(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

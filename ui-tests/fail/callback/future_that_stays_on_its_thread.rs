//! a future can change threads: callback
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
async fn update(region: Option<String>) -> Figure {
//~ update
    let shared = std::rc::Rc::new(region);
    std::future::ready(()).await;
    drop(shared);
    Figure::default()
}

fn main() {}

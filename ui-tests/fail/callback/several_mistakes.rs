use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figur), input(Sales::regoin.value, Sales::year.value), unlisted)]
fn update(region: Option<String>, year: Option<String>) -> Figure {
    let _ = (region, year);
    Figure::default()
}

#[callback(outputs(Sales::chart), inputs(region.value), unlisted)]
fn second(region: Option<String>) -> Figure {
    let _ = region;
    Figure::default()
}

fn main() {}

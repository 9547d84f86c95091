//! an output takes what is returned: in a Result
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <Slider id=year min=2000 max=2025/>
        <Graph id=chart/>
    </Div>
}

#[callback(output(Sales::chart.figure), input(Sales::region.value), unlisted)]
fn update(region: Option<String>) -> Result<String, std::fmt::Error> {
//~ String
    Ok(region.unwrap_or_default())
}

fn main() {}

//! a word is written once: endpoint
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
    </Div>
}

#[callback(output(Sales::total.children), input(Sales::region.value), endpoint = "/total", endpoint = "/sum", unlisted)]
//~ endpoint
fn total(region: Option<String>) -> String {
    region.unwrap_or_default()
}

fn main() {}

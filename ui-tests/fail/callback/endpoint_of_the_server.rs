//! an endpoint has a path: one of the server's own
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
    </Div>
}

#[callback(output(Sales::total.children), input(Sales::region.value), endpoint = "/_dash-layout", unlisted)]
//~ "/_dash-layout"
fn total(region: Option<String>) -> String {
    region.unwrap_or_default()
}

fn main() {}

//! a parameter takes the type of its prop: pattern of a reference
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
    </Div>
}

#[callback(output(Sales::total.children), input(Sales::region.value), unlisted)]
fn total(&region: &Option<String>) -> String {
    //~ &region: &Option<String>
    region.unwrap_or_default()
}

fn main() {}

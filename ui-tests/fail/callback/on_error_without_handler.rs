//! a handler of errors is a path: `on_error` alone
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
    </Div>
}

#[callback(output(Sales::total.children), input(Sales::region.value), on_error, unlisted)]
//~ on_error
fn total(region: Option<String>) -> String {
    region.unwrap_or_default()
}

fn main() {}

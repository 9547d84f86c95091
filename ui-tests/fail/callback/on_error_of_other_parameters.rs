//! a handler of errors gives what the callback gives: a handler of other parameters
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
    </Div>
}

fn count(failed: String) -> String {
    failed
}

#[callback(output(Sales::total.children), input(Sales::region.value), on_error = count, unlisted)]
//~ count
fn total(region: Option<String>) -> Result<String, String> {
    region.ok_or("no region".to_owned())
}

fn main() {}

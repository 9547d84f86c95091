//! a handler of errors gives what the callback gives: a handler of another type
use dash::FailedCallback;
use dash::prelude::*;

view! {
    Sales => <Div>
        <Dropdown id=region options=["North", "South"]/>
        <P id=total/>
    </Div>
}

fn count(_: &FailedCallback<'_>, _: &Context) -> u64 {
    0
}

#[callback(output(Sales::total.children), input(Sales::region.value), on_error = count, unlisted)]
//~ count
fn total(region: Option<String>) -> Result<String, String> {
    region.ok_or("no region".to_owned())
}

fn main() {}

//! a wire is a path to a prop: component of running
use dash::prelude::*;

view! {
    Sales => <Div>
        <Button id=go/>
        <P id=total/>
    </Div>
}

#[callback(output(Sales::total.children), input(Sales::go.n_clicks), running(Sales::go, true, false), unlisted)]
//~ Sales::go
fn total(clicks: u64) -> u64 {
    clicks
}

fn main() {}

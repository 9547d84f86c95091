//! a view has the id: state
use dash::prelude::*;

view! { Page => <Div><Button id=go/><Input id=name/></Div> }

#[callback(output(Page::go.disabled), input(Page::go.n_clicks), state(Page::nam.value), unlisted)]
//~ nam
fn block(_clicks: u64, name: Option<String>) -> bool {
    name.is_none()
}

fn main() {}

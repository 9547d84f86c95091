//! a component has the prop: state
use dash::prelude::*;

view! { Page => <Div><Button id=go/><Input id=name/></Div> }

#[callback(output(Page::go.disabled), input(Page::go.n_clicks), state(Page::name.vale), unlisted)]
//~ vale
fn block(_clicks: u64, name: Option<String>) -> bool {
    name.is_none()
}

fn main() {}

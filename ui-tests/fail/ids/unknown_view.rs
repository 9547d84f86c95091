//! a name is known: view of a wire
use dash::prelude::*;

view! { Page => <Div><Button id=go/><Input id=name/></Div> }

#[callback(output(Pages::go.disabled), input(Page::name.value), unlisted)]
//~ Pages
fn block(name: Option<String>) -> bool {
    name.is_none()
}

fn main() {}

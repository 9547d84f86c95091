//! an id of a callback is in the layout: input
use dash::prelude::*;

view! { Page => <Div id=out/> }

view! { Other => <Input id=name/> }

#[callback(output(Page::out.children), input(Other::name.value))]
//~ name
fn show(name: Option<String>) -> Option<String> {
    name
}

app! { static APP = { layout: Page, callbacks: [show] } }

fn main() {}

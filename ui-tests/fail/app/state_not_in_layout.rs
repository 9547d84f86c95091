//! an id of a callback is in the layout: state
use dash::prelude::*;

view! { Page => <Div><Button id=go/><Div id=out/></Div> }

view! { Other => <Input id=name/> }

#[callback(output(Page::out.children), input(Page::go.n_clicks), state(Other::name.value))]
//~ name
fn show(_clicks: u64, name: Option<String>) -> Option<String> {
    name
}

app! { static APP = { layout: Page, callbacks: [show] } }

fn main() {}

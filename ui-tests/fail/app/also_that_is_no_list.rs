//! a list stands in brackets: also
use dash::prelude::*;

view! { Page => <Div><Button id=open/><Div id=place/></Div> }

view! { Panel => <Div id=panel/> }

#[callback(output(Page::place.hidden), input(Page::open.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Page, also: Panel, callbacks: [show] } }
//~ Panel

fn main() {}

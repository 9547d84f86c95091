//! a key is written once: app
use dash::prelude::*;

view! { Page => <Div><Button id=open/><Div id=place/></Div> }

view! { Panel => <Div id=panel/> }

#[callback(output(Panel::panel.hidden), input(Page::open.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Page, also: [Panel], also: [], callbacks: [show] } }
//~ also

fn main() {}

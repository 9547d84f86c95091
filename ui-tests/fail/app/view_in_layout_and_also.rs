//! a view with ids is in the page once: layout and also
use dash::prelude::*;

view! { Page => <Div><Button id=open/><Panel/></Div> }

view! { Panel => <Div id=panel/> }

#[callback(output(Panel::panel.hidden), input(Page::open.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Page, also: [Panel], callbacks: [show] } }
//~ Page

fn main() {}

//! pages have a place in the layout: none
use dash::prelude::*;

view! { Shell => <Div id=menu/> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Shell, pages: [Home at "/"], callbacks: [show] } }
//~ Shell

fn main() {}

//! a list is in brackets: pages
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Shell, pages: Home at "/", callbacks: [show] } }
//~ Home at "/"

fn main() {}

//! a page has a path: of not_found
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Missing => <P/> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/"],
        not_found: Missing at "/missing",
//~ at "/missing"
        callbacks: [show],
    }
}

fn main() {}

//! an id is one component on all pages: output
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Report => <Div><P id=news/></Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
//~ news
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/", Report at "/report"],
        callbacks: [show],
    }
}

fn main() {}

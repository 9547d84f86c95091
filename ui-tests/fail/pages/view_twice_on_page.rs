//! a view with ids is in the page once: twice on a page
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Note => <P id=note/> }

view! { Report => <Div><Note/><Note/></Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/", Report at "/report"],
//~ Report
        callbacks: [show],
    }
}

fn main() {}

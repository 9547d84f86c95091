//! an option has its value: description
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Report => <Div><Input id=note/><Div id=table/></Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/", Report at "/report" { description: 3 }],
//~ 3
        callbacks: [show],
    }
}

fn main() {}

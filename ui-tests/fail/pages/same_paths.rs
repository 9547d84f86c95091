//! a path is one page's: other parameter
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Report(year: i32) => <Div id=table>{year}</Div> }

view! { Note(note: String) => <P>{note}</P> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/", Report at "/{year}", Note at "/{note}"],
//~ "/{note}"
        callbacks: [show],
    }
}

fn main() {}

//! a parameter is known: query of a page
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Report(year: i32) => <Div id=table>{year}</Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/", Report at "/report/{year}?{tab}"],
//~ "/report/{year}?{tab}"
        callbacks: [show],
    }
}

fn main() {}

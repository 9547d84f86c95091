//! a parameter of a page is read from text: path
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Report(years: Vec<i32>) => <Div id=table>{years}</Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/", Report at "/report/{years}"],
//~ "/report/{years}"
        callbacks: [show],
    }
}

fn main() {}

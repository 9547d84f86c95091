//! pages have a place in the layout: no pages
use dash::prelude::*;

view! { Shell => <Div><Button id=go/><Div id=news/><PageContainer/></Div> }

#[callback(output(Shell::news.hidden), input(Shell::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Shell, callbacks: [show] } }
//~ Shell

fn main() {}

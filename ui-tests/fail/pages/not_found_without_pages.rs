//! an app has a page if it lists any: not_found
use dash::prelude::*;

view! { Shell => <Div><Button id=go/><Div id=news/></Div> }

view! { Missing => <P/> }

#[callback(output(Shell::news.hidden), input(Shell::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Shell, not_found: Missing, callbacks: [show] } }
//~ not_found

fn main() {}

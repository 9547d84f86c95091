//! an id of a callback is in the layout: or on a page
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Report => <Div><Input id=note/><Div id=table/></Div> }

#[callback(output(Report::table.hidden), input(Home::go.n_clicks))]
//~ table
fn fill(clicks: u64) -> bool {
    clicks == 0
}

app! { static APP = { layout: Shell, pages: [Home at "/"], callbacks: [fill] } }

fn main() {}

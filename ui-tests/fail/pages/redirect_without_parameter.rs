//! a redirect says what the parameters are: missing
use dash::prelude::*;

view! { Shell => <Div><Div id=menu/><PageContainer/></Div> }

view! { Home => <Div><Button id=go/><Div id=news/></Div> }

view! { Report => <Div><Input id=note/><Div id=table/></Div> }

#[callback(output(Home::news.hidden), input(Home::go.n_clicks))]
fn show(clicks: u64) -> bool {
    clicks == 0
}

async fn home(_go: u32) -> View<Home> {
    Home::new().build()
}

app! {
    static APP = {
        layout: Shell,
        pages: [Home at "/{go}" = home { redirect_from: ["/old"] }],
//~ "/old"
        callbacks: [show],
    }
}

fn main() {}

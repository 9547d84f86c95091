//! a wired id is in the layout: cancel
use dash::prelude::*;

view! { Page => <Div><Button id=run/><Div id=result/></Div> }
view! { Other => <Div><Button id=stop/></Div> }

#[callback(
    output(Page::result.children),
    input(Page::run.n_clicks),
    background,
    cancel(Other::stop.n_clicks)
    //~ stop
)]
fn work(clicks: u64) -> u64 {
    clicks
}

app! { static APP = { layout: Page, callbacks: [work] } }

fn main() {
    let _ = &APP;
}

//! cancel and progress name one component: a family
use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=run/><Button id=stop/><Progress id=bar/><Div id=result/><Div id=rows/>
    </Div>
}

#[derive(DashId)]
struct Row {
    at: u32,
}

view! { Rows => <Div><Button id=Row { at: 1 }/></Div> }

#[callback(
    output(Page::result.children),
    input(Page::run.n_clicks),
    background,
    cancel(Rows::Row { at: ALL }.n_clicks),
    //~ Row
    unlisted
)]
fn work(clicks: u64) -> u64 {
    clicks
}

fn main() {}

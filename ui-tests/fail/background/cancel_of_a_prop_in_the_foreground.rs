//! what goes with background stands beside it: cancel with a prop
use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=run/><Button id=stop/><Progress id=bar/><Div id=result/><Div id=rows/>
    </Div>
}

#[callback(
    output(Page::result.children),
    input(Page::run.n_clicks),
    cancel(Page::stop.n_clicks),
    //~ cancel
    unlisted
)]
fn work(clicks: u64) -> u64 {
    clicks
}

fn main() {}

//! a count is a whole number: interval
use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=run/><Button id=stop/><Progress id=bar/><Div id=result/><Div id=rows/>
    </Div>
}

#[callback(
    output(Page::result.children),
    input(Page::run.n_clicks),
    background(interval = 0.5),
    //~ 0.5
    unlisted
)]
fn work(clicks: u64) -> u64 {
    clicks
}

fn main() {}

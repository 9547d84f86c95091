//! a word is written once: retries
use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=run/><Button id=stop/><Progress id=bar/><Div id=result/><Div id=rows/>
    </Div>
}

#[callback(
    output(Page::result.children),
    input(Page::run.n_clicks),
    background,
    retries = 3,
    retries = 2,
    //~ retries
    unlisted
)]
fn work(clicks: u64) -> u64 {
    clicks
}

fn main() {}

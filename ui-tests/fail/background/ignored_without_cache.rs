//! cache_args_to_ignore stands beside cache: no cache
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
    cache_args_to_ignore(Page::run.n_clicks),
    //~ cache_args_to_ignore
    unlisted
)]
fn work(clicks: u64) -> u64 {
    clicks
}

fn main() {}

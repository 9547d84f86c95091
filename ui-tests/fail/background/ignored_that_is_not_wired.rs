//! cache_args_to_ignore names inputs and states: another prop
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
    cache = "10m",
    cache_args_to_ignore(Page::stop.n_clicks),
    //~ Page::stop.n_clicks
    unlisted
)]
fn work(clicks: u64) -> u64 {
    clicks
}

fn main() {}

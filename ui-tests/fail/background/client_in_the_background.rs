//! a client callback has nothing of the server: background
use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=run/><Button id=stop/><Progress id=bar/><Div id=result/><Div id=rows/>
    </Div>
}

#[callback(
    output(Page::result.children),
    input(Page::run.n_clicks),
    client = "(n) => n",
    background,
    //~ background
    unlisted
)]
fn work(clicks: u64) -> u64;

fn main() {}

//! a prop takes the type of its value: progress
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
    progress(Page::bar.value, Page::bar.max),
    unlisted
)]
fn work(clicks: u64, progress: SetProgress<(String, Vec<u8>)>) -> u64 {
    //~ Vec<u8>
    progress.set((clicks.to_string(), Vec::new()));
    clicks
}

fn main() {}

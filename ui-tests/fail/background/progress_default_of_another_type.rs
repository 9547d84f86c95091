//! a prop takes the type of its value: progress_default
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
    progress_default("0", [1]),
    //~ [1]
    unlisted
)]
fn work(clicks: u64, progress: SetProgress<(String, String)>) -> u64 {
    progress.set((clicks.to_string(), "3".to_owned()));
    clicks
}

fn main() {}

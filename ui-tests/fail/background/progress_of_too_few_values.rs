//! progress has a parameter: one value for two props
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
fn work(clicks: u64, progress: SetProgress<String>) -> u64 {
    //~ SetProgress<String>
    progress.set(clicks.to_string());
    clicks
}

fn main() {}

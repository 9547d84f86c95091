//! a component has the prop: progress
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
    progress(Page::bar.valeu),
    //~ valeu
    unlisted
)]
fn work(clicks: u64, progress: SetProgress<String>) -> u64 {
    progress.set(clicks.to_string());
    clicks
}

fn main() {}

//! progress has a parameter: no props
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
    unlisted
)]
fn work(clicks: u64, progress: SetProgress<(String, String)>) -> u64 {
    //~ SetProgress<(String, String)>
    progress.set((clicks.to_string(), "3".to_owned()));
    clicks
}

fn main() {}

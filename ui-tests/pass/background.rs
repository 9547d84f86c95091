//! Callbacks in the background: alone, with all that goes with it, async, in structs, with a constant time.
use std::time::Duration;

use dash::prelude::*;

view! {
    Page => <Div>
        <Button id=run/><Button id=stop/><Input id=name/>
        <Progress id=bar/><Div id=status/>
        <Div id=one/><Div id=two/><Div id=three/><Div id=four/>
    </Div>
}

const LONG: Duration = Duration::from_secs(3600);

#[callback(output(Page::one.children), input(Page::run.n_clicks), background)]
fn alone(clicks: u64) -> u64 {
    clicks
}

#[callback(
    output(Page::two.children, Page::two.title),
    input(Page::run.n_clicks),
    state(Page::name.value),
    background(interval = 500),
    progress(Page::bar.value, Page::bar.max, Page::status.children),
    progress_default("0", "1", view! { <P>"idle"</P> }),
    running(Page::run.disabled, true, false),
    cancel(Page::stop.n_clicks, Page::stop.n_clicks_timestamp),
    cache = "1d",
    cache_args_to_ignore(Page::name.value, Page::run.n_clicks),
    retries = 2 + 1,
    prevent_initial_call
)]
async fn all(
    clicks: u64,
    name: Option<String>,
    context: Context,
    progress: SetProgress<(&'static str, f64, u64)>,
) -> Result<(u64, Update<String>), String> {
    if !context.is_cancelled() {
        progress.clone().set(("1", 2.5, 2));
    }
    Ok((clicks, name.into()))
}

#[derive(Inputs)]
struct Asked {
    #[input(Page::run.n_clicks)]
    clicks: u64,
    #[state(Page::name.value)]
    name: Option<String>,
}

#[callback(
    output(Page::three.children),
    input(..Asked),
    background,
    progress(Page::bar.title),
    cache = LONG,
    cache_args_to_ignore(Page::name.value)
)]
async fn grouped(asked: Asked, progress: SetProgress<String>) -> u64 {
    progress.set(asked.name.unwrap_or_default());
    asked.clicks
}

#[callback(output(Page::four.children), input(Page::run.n_clicks), background, cache = Duration::from_secs(60))]
fn kept(clicks: u64) -> u64 {
    clicks
}

app! { static APP = { layout: Page, callbacks: [alone, all, grouped, kept] } }

fn main() {
    let [alone, all, grouped, kept] = [0, 1, 2, 3].map(|at| APP.callbacks[at].background.unwrap());
    assert_eq!([alone.interval, all.interval], [1000, 500]);
    assert_eq!([alone.retries, all.retries], [0, 3]);
    let cache = |one: dash::Background| one.cache.map(|cache| (cache.expire.as_secs(), cache.ignore.len()));
    assert_eq!([alone, all, grouped, kept].map(cache), [None, Some((86_400, 2)), Some((3600, 1)), Some((60, 0))]);
    assert_eq!((all.progress.len(), all.progress_default.len(), all.cancel.len()), (3, 3, 2));
    all_by_hand();
}

fn all_by_hand() {
    let (sender, shown) = std::sync::mpsc::channel();
    let progress = SetProgress::new(move |value| sender.send(value).unwrap());
    let asked = Asked { clicks: 2, name: Some("Ann".into()) };
    let mut work = std::pin::pin!(grouped(asked, progress));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert_eq!(work.as_mut().poll(&mut context), std::task::Poll::Ready(2));
    assert_eq!(shown.recv().unwrap(), "Ann");
}

//! Callbacks whose values come one after the other: streams, in every form of an item.
use std::pin::Pin;
use std::task::{Context as Task, Poll};

use dash::prelude::*;

view! { Page => <Div><Button id=go/><P id=a/><P id=b/><P id=c/><P id=d/><P id=e/><Graph id=chart/></Div> }

/// Gives nothing.
struct Feed<T>(std::marker::PhantomData<fn() -> T>);

fn feed<T>() -> Feed<T> {
    Feed(std::marker::PhantomData)
}

impl<T> Stream for Feed<T> {
    type Item = T;

    fn poll_next(self: Pin<&mut Self>, _: &mut Task<'_>) -> Poll<Option<T>> {
        Poll::Ready(None)
    }
}

#[callback(output(Page::a.children), input(Page::go.n_clicks))]
fn plain(_clicks: u64) -> impl Stream<Item = u64> {
    feed()
}

#[callback(output(Page::b.children, Page::b.title), input(Page::go.n_clicks), prevent_initial_call)]
fn several(_clicks: u64) -> impl dash::Stream<Item = (Update<u64>, NoUpdate)> + Send + 'static {
    feed()
}

#[callback(output(Page::c.children), input(Page::go.n_clicks))]
async fn waits(_clicks: u64) -> impl Stream<Item = Result<String, std::fmt::Error>> {
    feed()
}

#[callback(output(Page::d.children, Page::d.title), input(Page::go.n_clicks))]
async fn opens(_clicks: u64) -> Result<impl Stream<Item = Update<(u64, String)>>, PreventUpdate> {
    Ok(feed())
}

#[callback(output(Page::chart.figure), input(Page::go.n_clicks))]
fn edits(_clicks: u64, context: Context) -> impl Stream<Item = Patch<Figure>> {
    context.set_props(Page::e.children, "open");
    feed()
}

#[callback(input(Page::go.n_clicks))]
fn sets_nothing(_clicks: u64) -> impl Stream<Item = ()> {
    feed()
}

app! { static APP = { layout: Page, callbacks: [plain, several, waits, opens, edits, sets_nothing] } }

fn main() {
    assert_eq!(APP.callbacks.len(), 6);
}

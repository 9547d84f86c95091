//! Several callbacks write one prop, because each of them says so.
use dash::prelude::*;

view! { Page => <Div><Button id=first/><Button id=second/><Input id=name/><Div id=news/></Div> }

#[callback(output(allow_duplicate(Page::news.children)), input(Page::first.n_clicks), prevent_initial_call)]
fn one(clicks: u64) -> u64 {
    clicks
}

/// Beside an output that is its own.
#[callback(
    output(Page::name.value, allow_duplicate(Page::news.children)),
    input(Page::second.n_clicks),
    prevent_initial_call
)]
fn two(clicks: u64) -> (Option<String>, Update<u64>) {
    (None, Update::Set(clicks))
}

/// Any order will do when the page loads.
#[callback(output(allow_duplicate(Page::news.children)), input(Page::name.value), initial_duplicate)]
fn three(name: Option<String>) -> Option<String> {
    name
}

/// An output of the same prop in another app is no duplicate of these.
#[callback(output(Page::news.children), input(Page::name.value))]
fn alone(name: Option<String>) -> Option<String> {
    name
}

app! { static APP = { layout: Page, callbacks: [one, two, three] } }
app! { static OTHER = { layout: Page, callbacks: [alone] } }

fn main() {
    assert_eq!((APP.callbacks.len(), OTHER.callbacks.len()), (3, 1));
    assert_eq!(APP.order.len(), 3);
}

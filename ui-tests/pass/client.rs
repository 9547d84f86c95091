//! Callbacks that the browser runs, in every form of their source, beside those of the server.
use dash::prelude::*;

view! { Page => <Div><Input id=a/><Input id=b/><Input id=sum/><Div id=log/></Div> }

#[callback(output(Page::sum.value), input(Page::a.value, Page::b.value), client = "(a, b) => a + b")]
fn sum(a: Option<String>, b: Option<String>) -> Option<String>;

#[callback(output(Page::b.value), input(Page::a.value), state(Page::a.placeholder), client = "function (value, low) { return value < low ? low : value }")]
fn clamp(value: Option<String>, low: Option<String>) -> Option<String>;

/// A function of one of the page's scripts; several outputs are its array.
#[callback(output(Page::log.children, Page::log.hidden), input(Page::sum.value), client = tools::log)]
fn log(sum: Option<String>) -> (Node, bool);

#[callback(input(Page::sum.n_submit), client = "async function (n) { await navigator.clipboard.writeText(n) }")]
fn copy(submits: u64);

#[callback(output(Page::log.title), input(Page::sum.value))]
fn on_the_server(sum: Option<String>) -> Option<String> {
    sum
}

app! { static APP = { layout: Page, callbacks: [sum, clamp, log, copy, on_the_server] } }

fn main() {
    let in_browser = APP.callbacks.iter().filter(|callback| callback.client.is_some()).count();
    assert_eq!(in_browser, 4);
}

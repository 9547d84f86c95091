//! The compiler orders the callbacks: who writes comes before who reads.
use dash::prelude::*;

view! { Page => <Div><Input id=a/><Input id=b/><Input id=c/><Input id=d/></Div> }

#[callback(output(Page::d.value), input(Page::b.value, Page::c.value))]
fn last(b: Option<String>, c: Option<String>) -> Option<String> {
    b.or(c)
}

#[callback(output(Page::c.value), input(Page::b.value))]
fn middle(b: Option<String>) -> Option<String> {
    b
}

#[callback(output(Page::b.value), input(Page::a.value), state(Page::d.value))]
fn first(a: Option<String>, d: Option<String>) -> Option<String> {
    a.or(d)
}

app! { static APP = { layout: Page, callbacks: [last, middle, first] } }

fn main() {
    assert_eq!(APP.order, [2, 1, 0]);
    assert_eq!(APP.first, [0, 0, 1, 3]);
    assert_eq!(APP.next, [0, 0, 1]);
}

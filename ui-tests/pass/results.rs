//! What a callback may fail with: each error that converts, under any name of `Result`.
use std::error::Error;
use std::fmt;

use dash::prelude::*;

view! { Page => <Div><Input id=name/><Div id=a/><Div id=b/><Div id=c/><Div id=d/><Div id=e/></Div> }

#[derive(Debug)]
enum Wrong {
    Empty,
    Number(std::num::ParseIntError),
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("wrong")
    }
}

impl Error for Wrong {}

#[callback(output(Page::a.children), input(Page::name.value))]
fn own(name: Option<String>) -> Result<u64, Wrong> {
    name.ok_or(Wrong::Empty)?.parse().map_err(Wrong::Number)
}

#[callback(output(Page::b.children), input(Page::name.value))]
fn boxed(name: Option<String>) -> Result<u64, Box<dyn Error + Send + Sync>> {
    Ok(name.ok_or("no name")?.parse()?)
}

#[callback(output(Page::c.children), input(Page::name.value))]
fn text(name: Option<String>) -> Result<Option<String>, &'static str> {
    if name.is_none() { Err("no name") } else { Ok(name) }
}

#[callback(output(Page::d.children, Page::d.hidden), input(Page::name.value))]
async fn of_std(name: Option<String>) -> std::io::Result<(Update<String>, NoUpdate)> {
    Ok((name.into(), NoUpdate))
}

/// Where only some outputs change, or none.
#[callback(output(Page::e.children), input(Page::name.value))]
fn prevented(name: Option<String>) -> Result<String, PreventUpdate> {
    name.filter(|name| !name.is_empty()).ok_or(PreventUpdate)
}

app! { static APP = { layout: Page, callbacks: [own, boxed, text, of_std, prevented] } }

fn main() {
    assert!(matches!(own(None), Err(Wrong::Empty)));
    assert!(matches!(own(Some("x".to_owned())), Err(Wrong::Number(_))));
    assert_eq!(boxed(Some("3".to_owned())).unwrap(), 3);
    assert_eq!(APP.callbacks.len(), 5);
}

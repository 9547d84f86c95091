//! A layout that a fn builds for each page load, with what it extracts.
use std::fmt;

use dash::prelude::*;

view! { Page(who: String) => <Div><Input id=name value={who}/><P id=greeting/></Div> }

#[derive(Debug)]
struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("closed")
    }
}

impl std::error::Error for Closed {}

mod pages {
    use super::*;

    pub async fn plain() -> View<Page> {
        Page::new().who("Ann".to_owned()).build()
    }

    pub async fn extracting(context: Context, who: Data<String>) -> Result<View<Page>, Closed> {
        assert!(context.triggered().is_empty());
        if who.is_empty() {
            return Err(Closed);
        }
        Ok(Page::new().who(who.to_uppercase()).build())
    }
}

#[callback(output(Page::greeting.children), input(Page::name.value))]
fn greet(name: Option<String>) -> Option<String> {
    name
}

app! { static PLAIN = { layout: Page = pages::plain, callbacks: [greet] } }
app! { static EXTRACTING = { layout: Page = pages::extracting, callbacks: [greet] } }

fn main() {
    assert_eq!(PLAIN.callbacks.len(), EXTRACTING.callbacks.len());
}

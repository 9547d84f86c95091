//! a layout fn builds the layout: plain fn
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

fn page() -> View<Page> {
    Page::new().build()
}

app! { static APP = { layout: Page = page, callbacks: [] } }
//~ page

fn main() {}

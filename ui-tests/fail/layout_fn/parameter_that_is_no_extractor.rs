//! a layout fn builds the layout: parameter
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

async fn page(name: String) -> View<Page> {
    drop(name);
    Page::new().build()
}

app! { static APP = { layout: Page = page, callbacks: [] } }
//~ page

fn main() {}

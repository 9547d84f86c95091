//! a layout fn builds the layout: another view
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

async fn page() -> View<Other> {
    Other::new().build()
}

app! { static APP = { layout: Page = page, callbacks: [] } }
//~ page

fn main() {}

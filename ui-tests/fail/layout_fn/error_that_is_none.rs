//! a layout fn builds the layout: error
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

struct Broken;

async fn page() -> Result<View<Page>, Broken> {
    Err(Broken)
}

app! { static APP = { layout: Page = page, callbacks: [] } }
//~ page

fn main() {}

//! a layout fn builds the layout: Result of another view
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

async fn page() -> Result<View<Other>, String> {
    Ok(Other::new().build())
}

app! { static APP = { layout: Page = page, callbacks: [] } }
//~ page

fn main() {}

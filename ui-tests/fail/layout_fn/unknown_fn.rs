//! a name is known: layout fn
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

async fn page() -> View<Page> {
    Page::new().build()
}

app! { static APP = { layout: Page = pgae, callbacks: [] } }
//~ pgae

fn main() {}

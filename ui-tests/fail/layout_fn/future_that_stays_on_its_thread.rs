//! a future can change threads: layout fn
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

async fn page() -> View<Page> {
    let here = std::rc::Rc::new(());
    std::future::ready(()).await;
    drop(here);
    Page::new().build()
}

app! { static APP = { layout: Page = page, callbacks: [] } }
//~ page

fn main() {}

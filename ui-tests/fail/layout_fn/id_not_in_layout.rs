//! an id of a callback is in the layout: beside a layout fn
use dash::prelude::*;

view! { Page => <Div><Input id=name/><P id=greeting/></Div> }

view! { Other => <Div id=panel/> }

async fn page() -> View<Page> {
    Page::new().build()
}

#[callback(output(Other::panel.hidden), input(Page::name.value))]
//~ panel
fn hide(name: Option<String>) -> bool {
    name.is_none()
}

app! { static APP = { layout: Page = page, callbacks: [hide] } }

fn main() {}

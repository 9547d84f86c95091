//! an id is in the page once: two views
use dash::prelude::*;

view! { Filters => <Div><Dropdown id=region options=["North"]/></Div> }
view! { Other => <Div><Dropdown id=region options=["North"]/></Div> }
view! { Page => <Div><Filters/><Other/></Div> }

app! { static APP = { layout: Page, callbacks: [] } }
//~ Page

fn main() {}

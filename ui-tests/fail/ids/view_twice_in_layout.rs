//! a view with ids is in the page once: twice in a view
use dash::prelude::*;

view! { Filters => <Div><Dropdown id=region options=["North"]/></Div> }
view! { Page => <Div><Filters/><Filters/></Div> }

app! { static APP = { layout: Page, callbacks: [] } }
//~ Page

fn main() {}

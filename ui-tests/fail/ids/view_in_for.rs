//! a view with ids is in the page once: in a for
use dash::prelude::*;

view! { Filters => <Div><Dropdown id=region options=["North"]/></Div> }
view! { Page => <Div>{for _ in 0..3 { <Filters/> }}</Div> }

app! { static APP = { layout: Page, callbacks: [] } }
//~ Page

fn main() {}

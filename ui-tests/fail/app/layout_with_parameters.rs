//! a required parameter is given: layout
use dash::prelude::*;

view! { Page(title: &str) => <Div>{title}</Div> }

app! { static APP = { layout: Page, callbacks: [] } }
//~ Page

fn main() {}

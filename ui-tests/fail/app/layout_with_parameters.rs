use dash::prelude::*;

view! { Page(title: &str) => <Div>{title}</Div> }

app! { static APP = { layout: Page, callbacks: [] } }

fn main() {}

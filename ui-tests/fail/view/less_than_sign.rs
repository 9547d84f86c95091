use dash::prelude::*;

view! { Page => <Div>"1" < "2"</Div> }

fn main() {}

use dash::prelude::*;

view! { Page = <Div/> }

fn main() {}

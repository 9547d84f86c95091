use dash::prelude::*;

view! { Page => <Div id=type/> }

fn main() {}

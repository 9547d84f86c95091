use dash::prelude::*;

view! { Page => <Div/></Div> }

fn main() {}

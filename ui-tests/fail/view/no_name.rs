use dash::prelude::*;

view! { pub => <Div/> }

fn main() {}

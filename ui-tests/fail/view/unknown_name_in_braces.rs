use dash::prelude::*;

view! { Page => <H1>{titel}</H1> }

fn main() {}

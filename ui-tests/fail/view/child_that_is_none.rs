use dash::prelude::*;

view! { Page => <H1>{std::time::Duration::ZERO}</H1> }

fn main() {}

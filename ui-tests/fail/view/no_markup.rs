use dash::prelude::*;

view! { Page => }

fn main() {}

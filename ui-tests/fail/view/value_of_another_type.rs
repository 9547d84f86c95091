use dash::prelude::*;

view! { Page => <Slider min="low"/> }

fn main() {}

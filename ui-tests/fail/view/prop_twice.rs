use dash::prelude::*;

view! { Page => <Slider min=1 max=10 min=2/> }

fn main() {}

use dash::prelude::*;

view! { Page => <Slider min= max=10/> }

fn main() {}

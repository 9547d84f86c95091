//! a prop is given once: component
use dash::prelude::*;

view! { Page => <Slider min=1 max=10 min=2/> }
//~ min

fn main() {}

//! an attribute has a value: nothing after =
use dash::prelude::*;

view! { Page => <Slider min= max=10/> }
//~ min

fn main() {}

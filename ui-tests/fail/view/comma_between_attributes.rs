//! attributes are separated by spaces: comma
use dash::prelude::*;

view! { Page => <Slider min=1, max=10/> }
//~ ,

fn main() {}

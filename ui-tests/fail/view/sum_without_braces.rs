//! a value that is more than a literal stands in braces: sum
use dash::prelude::*;

view! { Page => <Slider min=1 + 1 max=10/> }
//~ 1 + 1

fn main() {}

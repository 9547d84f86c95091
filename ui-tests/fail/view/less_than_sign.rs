//! a tag has a name: less-than sign
use dash::prelude::*;

view! { Page => <Div>"1" < "2"</Div> }
//~ <

fn main() {}

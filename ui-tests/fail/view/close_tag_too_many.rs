//! a tag is closed once: root
use dash::prelude::*;

view! { Page => <Div/></Div> }
//~ </Div>

fn main() {}

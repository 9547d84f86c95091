//! a view has one root: two tags
use dash::prelude::*;

view! { Page => <H1>"Sales"</H1> <Div/> }
//~ <Div

fn main() {}

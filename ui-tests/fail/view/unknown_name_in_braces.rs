//! a name is known: braces
use dash::prelude::*;

view! { Page => <H1>{titel}</H1> }
//~ titel

fn main() {}

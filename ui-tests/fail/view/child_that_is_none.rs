//! a child can be shown: expression
use dash::prelude::*;

view! { Page => <H1>{std::time::Duration::ZERO}</H1> }
//~ std::time::Duration::ZERO

fn main() {}

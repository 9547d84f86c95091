//! braces hold an expression: empty
use dash::prelude::*;

view! { Page => <H1>{}</H1> }
//~ {}

fn main() {}

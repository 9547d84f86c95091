//! braces hold an expression: broken
use dash::prelude::*;

view! { Panel(title: String) => <H1>{title.}</H1> }
//~ .

fn main() {}

//! a view has a name, an arrow and markup: no markup
use dash::prelude::*;

view! { Page => }
//~ Page

fn main() {}

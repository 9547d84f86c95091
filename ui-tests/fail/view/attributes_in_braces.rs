//! an attribute has a name: braces
use dash::prelude::*;

view! { Page => <Div {..style()}/> }
//~ {..style()}

fn main() {}

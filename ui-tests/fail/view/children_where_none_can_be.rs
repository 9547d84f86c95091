//! a component takes children: text
use dash::prelude::*;

view! { Page => <Graph>"text"</Graph> }
//~ "text"

fn main() {}

//! text stands in quotes: name of a variable
use dash::prelude::*;

view! { Panel(title: &str) => <H1>title</H1> }
//~ title

fn main() {}

use dash::prelude::*;

view! { Panel(title: &str) => <H1>title</H1> }

fn main() {}

use dash::prelude::*;

view! { Page => <Graph>"text"</Graph> }

fn main() {}

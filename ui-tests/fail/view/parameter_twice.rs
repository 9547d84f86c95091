use dash::prelude::*;

view! { Panel(title: u32, title: u32) => <Div>{title}</Div> }

fn main() {}

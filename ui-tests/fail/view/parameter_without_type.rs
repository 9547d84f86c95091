use dash::prelude::*;

view! { Panel(title) => <Div>{title}</Div> }

fn main() {}

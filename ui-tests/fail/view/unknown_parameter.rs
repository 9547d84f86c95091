use dash::prelude::*;

view! { Panel(title: &str) => <Div>{title}</Div> }
view! { Page => <Div><Panel titel="Sales" title="Sales"/></Div> }

fn main() {}

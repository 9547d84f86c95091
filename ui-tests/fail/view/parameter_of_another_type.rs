use dash::prelude::*;

view! { Panel(title: String) => <Div>{title}</Div> }
view! { Page => <Div><Panel title="Sales"/></Div> }

fn main() {}

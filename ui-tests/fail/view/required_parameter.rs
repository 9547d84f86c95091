use dash::prelude::*;

view! { Panel(title: &str, rows: u32) => <Div>{title} {rows}</Div> }
view! { Page => <Div><Panel rows=3/></Div> }

fn main() {}

//! a required parameter is given: tag
use dash::prelude::*;

view! { Panel(title: &str, rows: u32) => <Div>{title} {rows}</Div> }
view! { Page => <Div><Panel rows=3/></Div> }
//~ Panel

fn main() {}

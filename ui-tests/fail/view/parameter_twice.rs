//! a parameter is declared once: view
use dash::prelude::*;

view! { Panel(title: u32, title: u32) => <Div>{title}</Div> }
//~ title

fn main() {}

//! a component has the prop: parameter of a view
use dash::prelude::*;

view! { Panel(title: &str) => <Div>{title}</Div> }
view! { Page => <Div><Panel titel="Sales" title="Sales"/></Div> }
//~ titel

fn main() {}

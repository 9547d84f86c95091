//! a prop takes the type of its value: parameter of a view
use dash::prelude::*;

view! { Panel(title: String) => <Div>{title}</Div> }
view! { Page => <Div><Panel title="Sales"/></Div> }
//~ "Sales"

fn main() {}

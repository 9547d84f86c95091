//! an id belongs to a component: view
use dash::prelude::*;

view! { Panel => <Div>"text"</Div> }
view! { Page => <Div><Panel id=panel/></Div> }
//~ id

fn main() {}

use dash::prelude::*;

view! { Panel => <Div>"text"</Div> }
view! { Page => <Div><Panel id=panel/></Div> }

fn main() {}

use dash::prelude::*;

view! { Page => <Div id=new/> }

fn main() {}

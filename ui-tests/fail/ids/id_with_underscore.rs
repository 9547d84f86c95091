use dash::prelude::*;

view! { Page => <Div id=_panel/> }

fn main() {}

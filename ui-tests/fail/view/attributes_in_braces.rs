use dash::prelude::*;

view! { Page => <Div {..style()}/> }

fn main() {}

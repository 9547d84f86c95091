use dash::prelude::*;

view! { Page => <Div><Dropdwn/></Div> }

fn main() {}

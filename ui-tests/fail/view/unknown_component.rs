//! a name is known: tag
use dash::prelude::*;

view! { Page => <Div><Dropdwn/></Div> }
//~ Dropdwn

fn main() {}

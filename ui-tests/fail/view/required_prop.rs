//! a required prop is given: tag
use dash::prelude::*;

view! { Page => <Div><Link>"there"</Link></Div> }
//~ Link

fn main() {}

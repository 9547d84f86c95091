//! an id is a name: nothing
use dash::prelude::*;

view! { Page => <Dropdown id options=["North"]/> }
//~ id

fn main() {}

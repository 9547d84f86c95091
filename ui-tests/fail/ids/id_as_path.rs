//! an id is a name: path
use dash::prelude::*;

view! { Page => <Dropdown id=Sales::region options=["North"]/> }
//~ Sales::region

fn main() {}

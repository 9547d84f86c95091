//! an id is a name: text
use dash::prelude::*;

view! { Page => <Dropdown id="region" options=["North"]/> }
//~ "region"

fn main() {}

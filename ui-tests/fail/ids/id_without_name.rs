use dash::prelude::*;

view! { Page => <Dropdown id options=["North"]/> }

fn main() {}

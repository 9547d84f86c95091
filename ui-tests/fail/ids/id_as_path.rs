use dash::prelude::*;

view! { Page => <Dropdown id=Sales::region options=["North"]/> }

fn main() {}

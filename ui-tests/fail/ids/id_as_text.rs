use dash::prelude::*;

view! { Page => <Dropdown id="region" options=["North"]/> }

fn main() {}

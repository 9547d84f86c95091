use dash::prelude::*;

view! { Page => <Dropdown id=Cell { row: 1 } options=["North"]/> }

fn main() {}

use dash::prelude::*;

view! { Page => <Dropdown options=&["North", "South"]/> }

fn main() {}

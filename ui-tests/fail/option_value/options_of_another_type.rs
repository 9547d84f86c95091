use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    North,
}

view! { Page => <Dropdown<Region> id=region options=["North"]/> }

fn main() {}

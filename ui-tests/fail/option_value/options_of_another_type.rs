//! a prop takes the type of its value: options
use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    North,
}

view! { Page => <Dropdown<Region> id=region options=["North"]/> }
//~ ["North"]

fn main() {}

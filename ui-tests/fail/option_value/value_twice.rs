//! each option has a value of its own: two variants
use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    #[option(value = "n")]
    North,
    #[option(value = "n")]
    //~ "n"
    South,
}

fn main() {}

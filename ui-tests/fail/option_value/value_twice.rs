use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    #[option(value = "n")]
    North,
    #[option(value = "n")]
    South,
}

fn main() {}

use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    #[option(labels = "North")]
    North,
}

fn main() {}

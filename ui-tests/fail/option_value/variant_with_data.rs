use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    North,
    Other(String),
}

fn main() {}

use dash::prelude::*;

#[derive(Clone, OptionValue)]
struct Region {
    name: String,
}

fn main() {}

//! a key is known: option
use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    #[option(labels = "North")]
    //~ labels
    North,
}

fn main() {}

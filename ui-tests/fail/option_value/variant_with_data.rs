//! an enum of options has concrete values: variant with data
use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    North,
    Other(String),
    //~ (String)
}

fn main() {}

//! a label is a text: number
use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {
    #[option(label = 1)]
    //~ 1
    North,
}

fn main() {}

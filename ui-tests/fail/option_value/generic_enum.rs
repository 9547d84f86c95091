//! an enum of options has concrete values: generic
use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region<const N: usize> {
//~ <const N: usize>
    North,
    South,
}

fn main() {}

use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region<const N: usize> {
    North,
    South,
}

fn main() {}

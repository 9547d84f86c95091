//! a derive stands on its kind of type: OptionValue on a struct
use dash::prelude::*;

#[derive(Clone, OptionValue)]
struct Region {
//~ Region
    name: String,
}

fn main() {}

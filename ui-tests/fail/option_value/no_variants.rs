//! an enum of options has concrete values: no variants
use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {}
//~ Region

fn main() {}

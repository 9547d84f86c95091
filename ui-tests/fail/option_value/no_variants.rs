use dash::prelude::*;

#[derive(Clone, OptionValue)]
enum Region {}

fn main() {}
